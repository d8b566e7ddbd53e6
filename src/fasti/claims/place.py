"""A number in its sentence, as it is about to be read: what stands around it, and what was read before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from fasti import charter
from fasti.claims import mentions, phrases, scene

OTHER, RATIO = "other.count", "ratio.percent"
CHANGE, CHANGE_PERCENT = "change.absolute", "change.percent"
SUBGROUP, STANDS = "subgroup", "stands"
_REACH = {"vi": 3, "en": 5, "ru": 6, "cs": 6}
"""How many words may stand between a number and its noun."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention was read as: its figure, the thing and event that say so, and where its noun ends."""

    indicator: str
    thing: str | None
    event: str | None
    noun: phrases.Hit | None
    noun_end: int
    is_own: bool = True
    """Whether the thing is the number's own, not taken over from another."""


@dataclass(frozen=True, eq=False)
class Place:
    """One count of a sentence: `nouns` names what follows each number, `done` are the readings before this one.

    Equal to itself alone: what was found around it is remembered.
    """

    laid: scene.Scene
    claimed: charter.Claimed
    index: int
    nouns: tuple[phrases.Hit | None, ...]
    done: tuple[Reading, ...]
    before: tuple[Reading, ...]
    """The readings of the sentence before."""

    @property
    def mention(self) -> mentions.Mention:
        """The number."""
        return self.laid.counts[self.index]

    @property
    def noun(self) -> phrases.Hit | None:
        """What follows the number."""
        return self.nouns[self.index]

    @property
    def noun_end(self) -> int:
        """Where the number's own words end, its noun included."""
        return self.noun.end if self.noun is not None else self.mention.end

    def end_of(self, index: int) -> int:
        """Where the words of another number end, its noun included."""
        noun = self.nouns[index]
        return noun.end if noun is not None else self.laid.counts[index].end

    # What the pack says

    def figure(self, thing: str, event: str | None) -> str | None:
        """The figure of a thing with an event, or with none; None if the pack knows no such figure."""
        for figure in self.claimed.figures:
            if thing not in figure.of or not (event in figure.when if event is not None else not figure.when):
                continue
            if not figure.beside or self.is_beside(figure.beside):
                return figure.indicator
        return None

    def is_beside(self, named: Collection[str]) -> bool:
        """Whether one of these things and events is named before the number in its sentence."""
        hits = (*self.laid.things, *self.laid.events)
        return any(hit.label in named and hit.end <= self.mention.start for hit in hits)

    def is_general(self, thing: str) -> bool:
        """Whether a thing takes its meaning from elsewhere: people, cases."""
        return self.claimed.things[thing].is_general

    def kind(self, thing: str) -> str:
        """What a thing passes for: person, unit, act."""
        return self.claimed.things[thing].kind

    # What was read before

    def earlier(self) -> Iterator[Reading]:
        """The counts read before this one, the nearest first, wholes of a part left out."""
        here = list(zip(self.done, self.laid.counts, strict=False))
        yield from (reading for reading, mention in reversed(here) if not mention.is_whole)
        yield from reversed(self.before)

    def last(self) -> Reading | None:
        """The last count whose thing is known."""
        return next((each for each in self.earlier() if each.thing), None)

    def like(self, thing: str) -> Reading | None:
        """The last count whose thing is of the same kind."""
        return next((each for each in self.earlier() if self.is_like(each, thing)), None)

    def is_like(self, reading: Reading, thing: str) -> bool:
        """Whether a reading counts a thing of the same kind."""
        return reading.thing is not None and self.kind(reading.thing) == self.kind(thing)

    def again(self, reading: Reading) -> str:
        """The figure of a reading taken over; of a difference, the figure that changed."""
        if reading.indicator != CHANGE or reading.thing is None:
            return reading.indicator
        return self.figure(reading.thing, reading.event) or OTHER


def nouns(laid: scene.Scene) -> tuple[phrases.Hit | None, ...]:
    """What follows each number, its own or shared with the next: 29 full and 2 alternate delegates."""
    own = [_noun(laid, index) for index in range(len(laid.counts))]
    for index in reversed(range(len(own) - 1)):
        if own[index] is None and _shares(laid, index):
            own[index] = own[index + 1]
    return tuple(own)


def _noun(laid: scene.Scene, index: int) -> phrases.Hit | None:
    """The thing named right after the number, before the next number or mark."""
    mention = laid.counts[index]
    if mention.is_percent:
        return None
    following = laid.counts[index + 1].start if index + 1 < len(laid.counts) else len(laid.tokens)
    end = min(following, mention.end + _REACH[laid.language.id] + 1, _mark(laid, mention.end))
    elsewhere = laid.language.phrases["elsewhere"]
    found = next((hit for hit in laid.things if mention.end <= hit.start < end), None)
    if found is None or any(elsewhere.at(laid.tokens, i) for i in range(mention.end, found.start)):
        return None
    return _head(laid, found) if laid.language.id == "en" else found


def _head(laid: scene.Scene, hit: phrases.Hit) -> phrases.Hit:
    """The last of the nouns put together: three work plans, twenty branch secretaries."""
    joined = next((each for each in laid.things if each.start == hit.end), None)
    return hit if joined is None else _head(laid, joined)


def is_near(laid: scene.Scene, mention: mentions.Mention, at: int) -> bool:
    """Whether a token stands as close after a number as its noun may, with no mark between."""
    return mention.end <= at < min(mention.end + _REACH[laid.language.id] + 1, _mark(laid, mention.end))


def _mark(laid: scene.Scene, at: int) -> int:
    """The next mark from that token on; quotation marks and hyphens aside."""
    for i in range(at, len(laid.tokens)):
        token = laid.tokens[i]
        if not (token.is_word or token.is_number) and token.text not in "\"«»“”„'’-":
            return i
    return len(laid.tokens)


def _shares(laid: scene.Scene, index: int) -> bool:
    """Whether only an "and", or "of" in a part of a whole, stands between a number and the next."""
    mention, following = laid.counts[index], laid.counts[index + 1]
    between = laid.tokens[mention.end : following.start]
    if mention.is_percent or following.is_percent or any(each.text in ";:()" for each in between):
        return False
    if laid.within(laid.events, mention.end, following.start):
        return False
    joins = laid.language.phrases["joins"]
    if mention.bound and following.bound and len(between) == 1:
        return True
    is_joined = any(joins.at(laid.tokens, mention.end + i) for i in range(len(between)))
    return mention.part_of is not None or (is_joined and len(between) <= 3)
