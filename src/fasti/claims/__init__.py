"""Narrative reports read by the machine: which figures a text claims, in Vietnamese, Russian, Czech and English. Pure.

`documents.open_document` takes a file apart, `reading.read` finds its claims: each with its sentence, value, indicator,
period and qualifier. What a number counts is told by the words of the pack; how numbers are written by the language.
"""

from fasti.claims.documents import Document, Note, Passage, from_string, open_document
from fasti.claims.learned import Wording
from fasti.claims.reading import Claim, Report, read
from fasti.claims.totals import Total

__all__ = [
    "Claim",
    "Document",
    "Note",
    "Passage",
    "Report",
    "Total",
    "Wording",
    "from_string",
    "open_document",
    "read",
]
