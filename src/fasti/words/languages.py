"""The languages Fasti speaks, and the error for what it cannot say."""

from __future__ import annotations

LANGUAGES = ("en", "vi", "ru", "cs")


class Unsayable(LookupError):
    """A sentence, noun, argument or language that is not there; the message says which."""
