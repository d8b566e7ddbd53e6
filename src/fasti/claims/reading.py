"""Reading a report: each passage in its language, each sentence for the figures it claims, and what was not read.

A claim is a number that counts something of the body. Its period is the nearest one named before it, else the report's;
a level is told as of a day. Nothing that could not be read is passed off as a claim: it is a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from fasti import charter
from fasti.claims import (
    counted,
    documents,
    hedges,
    learned,
    mentions,
    plans,
    scene,
    sentences,
    tongues,
    totals,
    wordlists,
)

LEVELS = ("members.total", "members.subgroup", "units.organisations", "units.committees", "units.cells",
          "personnel.officeholders")  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d{2}")
_LONG = 8


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure a report claims. `sentence` and `surface` are its own words; `start` is the place in the passage."""

    sentence: str
    surface: str
    value: Fraction
    unit_of_count: str | None
    indicator: str
    period: str | None
    unit: str | None
    qualifier: str
    language: str
    passage: documents.Passage
    start: int
    end: int
    is_plan: bool = False
    """Whether it says what is planned, and not what is."""

    def plain(self) -> dict[str, object]:
        """The claim as a record for programs."""
        return {
            "sentence": self.sentence,
            "surface": self.surface,
            "value": int(self.value) if self.value.denominator == 1 else float(self.value),
            "unit_of_count": self.unit_of_count,
            "indicator": self.indicator,
            "period": self.period,
            "unit": self.unit,
            "qualifier": self.qualifier,
            "language": self.language,
            "is_plan": self.is_plan,
            "where": {
                key: value
                for key, value in (
                    ("page", self.passage.page),
                    ("line", self.passage.line),
                    ("table", self.passage.table),
                    ("row", self.passage.row),
                    ("passage", self.passage.number),
                    ("start", self.start),
                    ("end", self.end),
                )
                if value is not None
            },
        }


@dataclass(slots=True)
class Report:
    """A report read: its claims in order, the totals that should add up, and notes on what was not read."""

    claims: list[Claim] = field(default_factory=list)
    totals: list[totals.Total] = field(default_factory=list)
    notes: list[documents.Note] = field(default_factory=list)
    languages: tuple[str, ...] = ()
    num_read: int = 0
    """Passages that were read."""
    header: Mapping[str, str] = field(default_factory=dict)
    """The `# key: value` lines it opens with."""


def read(
    document: documents.Document,
    *,
    claimed: charter.Claimed,
    lang: str | None = None,
    unit: str | None = None,
    period: str | None = None,
    wordings: Collection[learned.Wording] = (),
) -> Report:
    """The report in a document, its words those of the pack; `lang` is taken where the text does not tell.

    `wordings`: what was learned beside the pack's lists.
    """
    found = Report(notes=list(document.notes), header=dict(document.header))
    tongue = {passage.number: _tongue(passage.text, claimed) for passage in document.passages}
    counts: Counter[str] = Counter()
    for passage in document.passages:
        if (told := tongue[passage.number]) is not None:
            counts[told] += len(passage.text.split())
    common = lang or (counts.most_common(1)[0][0] if counts else None)
    found.languages = tuple(sorted(counts)) or ((common,) if common else ())
    year = _year(period) or _year(document.header.get("date", ""))
    asked = _Asked(claimed, unit, period, year, wordings)
    pages = {id: _Pages(id, asked) for id in claimed.words}
    unread = 0
    for passage in document.passages:
        tongue_of = tongue[passage.number] or (
            common if lang or (common and _may_be(passage.text, common)) else None
        )
        if tongue_of is None or documents.is_broken(passage.text):
            unread += bool(re.search(r"\d", passage.text)) or tongue_of is None
            continue
        pages[tongue_of].take(passage, found)
        found.num_read += 1
    for each in pages.values():
        found.totals += each.totals()
    _remark(document, found, unread, common, counts)
    return found


def _tongue(passage: str, claimed: charter.Claimed) -> str | None:
    told = tongues.told(passage)
    return told if told in claimed.words else None


def _may_be(passage: str, common: str) -> bool:
    """Whether a passage that does not tell its language may be in the one of the text: short, or with words of it."""
    num_words = len(passage.split())
    return num_words < _LONG or (num_words < _LONG * 3 and tongues.has_words(passage, common))


def _remark(
    document: documents.Document, found: Report, unread: int, common: str | None, counts: Counter[str]
) -> None:
    """Notes on languages: none known, several, passages left out."""
    if document.passages and common is None:
        found.notes.append(documents.Note("claims-language-unknown", {"file": document.name}))
    elif unread:
        found.notes.append(
            documents.Note("claims-passages-unread", {"file": document.name, "number": str(unread)})
        )
    several = [id for id, num_words in counts.items() if num_words >= _LONG]
    if len(several) > 1:
        listed = ", ".join(sorted(several))
        found.notes.append(documents.Note("claims-languages-mixed", {"file": document.name, "value": listed}))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a report is read with, and what it is about."""

    claimed: charter.Claimed
    unit: str | None
    period: str | None
    year: int | None
    wordings: Collection[learned.Wording]


class _Pages:
    """The passages of one language, read in order; what a sentence leaves unsaid is that of the one before."""

    def __init__(self, id: str, asked: _Asked) -> None:
        self.language = learned.language(wordlists.language(id), asked.wordings)
        self.words = scene.vocabulary(
            asked.claimed, id, learned=learned.of_figures(asked.wordings, id) if asked.wordings else None
        )
        self.claimed, self.unit = asked.claimed, asked.unit
        self.asked = self.period = asked.period
        self.year = asked.year
        self.before: tuple[counted.Reading, ...] = ()
        self.read: list[totals.Read] = []

    def take(self, passage: documents.Passage, found: Report) -> None:
        """Add the claims of a passage."""
        for sentence in sentences.split(sentences.Paragraph(passage.text, 0), language=self.language):
            laid = scene.scene(sentence.text, words=self.words, language=self.language, year=self.year)
            if not laid.counts:
                self._move_on(laid)
                continue
            readings = counted.read(laid, words=self.words, before=self.before)
            self.read.append(totals.Read(laid, readings))
            for mention, reading in zip(laid.counts, readings, strict=True):
                found.claims.append(self._claim(passage, sentence, laid, mention, reading))
            self.before = readings
            self._move_on(laid)

    def totals(self) -> Iterable[totals.Total]:
        """The totals stated in what was read."""
        return totals.find(self.read, claimed=self.claimed)

    def _move_on(self, laid: scene.Scene) -> None:
        """The period the next sentence stands in: the first one named here that is no mere day."""
        named = [
            each
            for each in laid.dated
            if each.period and each.kind in ("half1", "half2", "nine", "quarter", "year", "month")
        ]
        if named and self.asked is None:
            self.period = named[0].period
            self.year = _year(named[0].period or "") or self.year

    def _claim(
        self,
        passage: documents.Passage,
        sentence: sentences.Sentence,
        laid: scene.Scene,
        mention: mentions.Mention,
        reading: counted.Reading,
    ) -> Claim:
        qualifier, first = hedges.qualifier(
            laid.tokens,
            start=mention.start,
            end=mention.end,
            noun_end=reading.noun_end,
            language=self.language,
        )
        start = laid.tokens[min(first, mention.start)].start
        end = laid.tokens[mention.end - 1].end
        noun = reading.noun
        return Claim(
            sentence=sentence.text,
            surface=sentence.text[start:end],
            value=mention.value,
            unit_of_count=None
            if noun is None
            else sentence.text[laid.tokens[noun.start].start : laid.tokens[noun.end - 1].end],
            indicator=reading.indicator,
            period=self._period(laid, mention, reading),
            unit=self.unit,
            qualifier=mention.bound or qualifier,
            language=self.language.id,
            passage=passage,
            start=sentence.start + start,
            end=sentence.start + end,
            is_plan=plans.is_plan(laid, mention),
        )

    def _period(self, laid: scene.Scene, mention: mentions.Mention, reading: counted.Reading) -> str | None:
        """The nearest period named before the number, else after it, else that of the text so far."""
        at = laid.tokens[mention.start].start
        named = [each for each in laid.dated if each.period]
        before = [each for each in named if each.end <= at]
        nearest = next(iter(before[-1:] or named[:1]), None)
        period = nearest.period if nearest else self.period
        if period and reading.indicator in LEVELS and nearest is not None and nearest.kind == "day":
            return f"asof:{period}"
        return period


def _year(written: str | None) -> int | None:
    found = _YEAR.search(written or "")
    return int(found.group()) if found else None
