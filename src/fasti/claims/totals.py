"""Totals a text states beside their parts: they should add up, and where they do not, the difference is named.

Parts add up to a whole when the text says that it consists of them. Parts told by "of whom" or "among them" may leave a
remainder, but may not exceed the whole. Lists by another measure (earlier rank, age) may overlap and are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fasti import charter
from fasti.claims import counted, place, scene

NO_COUNTS = (place.RATIO, place.CHANGE, place.CHANGE_PERCENT)


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its readings."""

    laid: scene.Scene
    readings: tuple[counted.Reading, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A whole and the parts said to make it up."""

    sentence: str
    indicator: str
    stated: Fraction
    parts: tuple[Fraction, ...]
    is_exhaustive: bool
    """Whether the text says that the parts are all of it."""

    @property
    def computed(self) -> Fraction:
        """What the parts add up to."""
        return sum(self.parts, Fraction(0))

    @property
    def is_consistent(self) -> bool:
        """Whether parts and whole agree; a remainder is allowed where the list need not be complete."""
        return self.computed == self.stated or (not self.is_exhaustive and self.computed < self.stated)

    def plain(self) -> dict[str, object]:
        """The total as a record for programs."""
        return {
            "sentence": self.sentence,
            "indicator": self.indicator,
            "stated": int(self.stated),
            "parts": [int(part) for part in self.parts],
            "computed": int(self.computed),
            "difference": int(self.computed - self.stated),
            "consistent": self.is_consistent,
        }


def find(read: Sequence[Read], *, claimed: charter.Claimed) -> Iterator[Total]:
    """Every whole whose parts should make it up, in the order of the text."""
    for i, each in enumerate(read):
        yield from _listed(each, claimed)
        yield from _outcomes(each)
        if i:
            yield from _differences(read[i - 1], each)
            yield from _of_a_named_whole(read[:i], each)


def _listed(read: Read, claimed: charter.Claimed) -> Iterator[Total]:
    """A count, then its parts after a word or mark that says they are all: in brackets, after a colon, "made up of"."""
    for index, whole in enumerate(read.readings):
        if whole.indicator in NO_COUNTS or whole.thing is None:
            continue
        begun = _begun(read, index)
        parts = [] if begun is None else list(_parts(read, index, begun, claimed))
        if len(parts) > 1:
            yield _total(read, index, parts)


def _begun(read: Read, index: int) -> int | None:
    """Where the list of all the parts of a count begins; None if none does before the next count."""
    tokens, laid = read.laid.tokens, read.laid
    start = read.readings[index].noun_end
    following = [each.start for each in laid.counts[index + 1 :] if not each.is_percent]
    if not following:
        return None
    for at in range(start, following[0]):
        if tokens[at].text == "(":
            some = any(at < hit.start < following[0] for hit in laid.parts)
            return None if some else at
        if laid.language.phrases["parts_all"].at(tokens, at):
            return at
    among = _shares_make_a_whole(read, index)
    return start if among else None


def _shares_make_a_whole(read: Read, index: int) -> bool:
    """Whether the percents after the parts of a whole add up to all of it."""
    shares = [each.value for each in read.laid.counts[index + 1 :] if each.is_percent]
    return len(shares) > 1 and _is_all(shares)


def _is_all(shares: Sequence[Fraction]) -> bool:
    """Whether percents, rounded as they are, make a hundred."""
    return abs(sum(shares, Fraction(-100))) <= Fraction(1, 2)


def _parts(read: Read, index: int, begun: int, claimed: charter.Claimed) -> Iterator[Fraction]:
    """The counts of the list that are of the whole's kind and figure, up to the end of the brackets or the clause."""
    whole, laid = read.readings[index], read.laid
    in_brackets = laid.tokens[begun].text == "("
    for mention, reading in zip(laid.counts[index + 1 :], read.readings[index + 1 :], strict=True):
        if mention.start < begun:
            continue
        if _is_over(read, begun, mention.start, in_brackets):
            return
        nested = not in_brackets and laid.is_in_brackets(mention)
        attached = (
            laid.language.phrases["with"].before(laid.tokens, mention.start) and mention.start > begun + 3
        )
        if not (mention.is_percent or nested or attached) and _is_part(whole, reading, claimed):
            yield mention.value


def _is_over(read: Read, begun: int, at: int, in_brackets: bool) -> bool:
    between = read.laid.tokens[begun + 1 : at]
    if in_brackets:
        return any(token.text == ")" for token in between)
    breaks = [begun + 1 + i for i, token in enumerate(between) if token.text == ";"]
    return bool(breaks) and bool(read.laid.within(read.laid.events, breaks[0], at))


def _is_part(whole: counted.Reading, part: counted.Reading, claimed: charter.Claimed) -> bool:
    """Whether a count is of the whole's figure, or of a figure that parts of it have."""
    if part.thing is None or whole.thing is None:
        return False
    if part.indicator in (whole.indicator, claimed.parts.get(whole.indicator)):
        return True
    return (
        whole.event is None
        and part.event is None
        and (claimed.things[part.thing].kind == claimed.things[whole.thing].kind == "unit")
    )


def _outcomes(read: Read) -> Iterator[Total]:
    """What was inspected, then what was found: no more can be found than was inspected."""
    for index, whole in enumerate(read.readings):
        if not whole.indicator.endswith(".inspected") or whole.thing is None:
            continue
        found = f"{whole.indicator.split('.')[0]}.classified"
        after = list(zip(read.laid.counts, read.readings, strict=True))[index + 1 :]
        later = [each for each in after if each[1].indicator == whole.indicator]
        if any(each[1].thing == whole.thing for each in later):
            continue
        parts = [mention.value for mention, reading in after if reading.indicator == found]
        if len(parts) > 1 and sum(parts) > read.laid.counts[index].value:
            yield _total(read, index, parts)


def _differences(read: Read, following: Read) -> Iterator[Total]:
    """A fall of 126 members, then 138 pensioners and 21 employed fewer: the parts of a difference exceed it."""
    changes = [i for i, reading in enumerate(read.readings) if reading.indicator == place.CHANGE]
    parts = [
        mention.value
        for mention, reading in zip(following.laid.counts, following.readings, strict=True)
        if reading.indicator == place.CHANGE and reading.thing == "part"
    ]
    if len(changes) == 1 and len(parts) > 1 and sum(parts) > read.laid.counts[changes[0]].value:
        yield _total(read, changes[0], parts)


def _of_a_named_whole(earlier: Sequence[Read], read: Read) -> Iterator[Total]:
    """Of the members, 108 (74.6 %) work, 27 (18.6 %) study ...: parts whose shares make a whole told before."""
    laid = read.laid
    among = laid.language.phrases["among"].at(laid.tokens, 0)
    named = [hit for hit in laid.things if among is not None and among.end <= hit.start < among.end + 3]
    if not named or not laid.counts:
        return
    _, end = laid.clause(laid.counts[0])
    parts: list[Fraction] = []
    shares: list[Fraction] = []
    for mention in laid.counts:
        if mention.end <= end:
            (shares if mention.is_percent else parts).append(mention.value)
    if len(parts) != len(shares) or len(parts) < 2 or not _is_all(shares):
        return
    for each in reversed(earlier):
        for index in reversed(range(len(each.readings))):
            if each.readings[index].thing == named[0].label and each.readings[index].event is None:
                yield _total(each, index, parts)
                return


def _total(read: Read, index: int, parts: Sequence[Fraction]) -> Total:
    whole = read.readings[index]
    return Total(read.laid.sentence, whole.indicator, read.laid.counts[index].value, tuple(parts), True)
