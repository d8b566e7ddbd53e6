"""What each number of a sentence counts: the thing beside it, the event it belongs to, and so the figure it claims.

The thing follows its number, stands before it as a label, is shared with the next number or is that of the last.
The event is the nearest one that makes a figure of the thing. A part repeats the figure of its whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def read(
    laid: scene.Scene, *, words: scene.Vocabulary, before: tuple[Reading, ...] = ()
) -> tuple[Reading, ...]:
    """The reading of every mention, in order; `before` are those of the sentence before."""
    readings: list[Reading] = []
    nouns = [_noun(laid, i) for i in range(len(laid.counts))]
    for i, mention in enumerate(laid.counts):
        if mention.is_percent:
            readings.append(_percent(laid, mention, i))
        else:
            readings.append(_Count(laid, words.claimed, i, nouns, readings, before).reading())
    return tuple(readings)


def _noun(laid: scene.Scene, index: int) -> phrases.Hit | None:
    """The thing named right after the number, before the next number or mark."""
    mention = laid.counts[index]
    following = laid.counts[index + 1].start if index + 1 < len(laid.counts) else len(laid.tokens)
    end = min(following, mention.end + _REACH[laid.language.id] + 1, _mark(laid, mention.end))
    return next((hit for hit in laid.things if mention.end <= hit.start < end), None)


def _mark(laid: scene.Scene, at: int) -> int:
    """The next mark from that token on."""
    return next(
        (i for i in range(at, len(laid.tokens)) if not (laid.tokens[i].is_word or laid.tokens[i].is_number)
         and laid.tokens[i].text not in "\"«»“”„'’-"),
        len(laid.tokens),
    )  # fmt: skip


def _percent(laid: scene.Scene, mention: mentions.Mention, index: int) -> Reading:
    changed = is_change(laid, index, noun_end=mention.end)
    return Reading(CHANGE_PERCENT if changed else RATIO, None, None, None, mention.end)


def is_change(laid: scene.Scene, index: int, *, noun_end: int) -> bool:
    """Whether the number is a difference: after rose by, fewer; before more than; not after rose to."""
    mention, phrases_ = laid.counts[index], laid.language.phrases
    floor = laid.counts[index - 1].end if index else 0
    at = mention.start
    for _ in range(6):
        if at <= floor:
            break
        if (hit := phrases_["changes_before"].before(laid.tokens, at)) and hit.start >= floor:
            return True
        if phrases_["reaching"].before(laid.tokens, at) or laid.tokens[at - 1].text in scene.STOPS | {
            ",",
            ":",
        }:
            break
        at -= 1
    ends = {mention.end, noun_end}
    if any(phrases_["hedges_after"].at(laid.tokens, end) for end in ends):
        return False
    return any(phrases_["changes_after"].at(laid.tokens, end) is not None for end in ends)


class _Count:
    """One count being read, with the sentence around it and what was read before it."""

    def __init__(
        self,
        laid: scene.Scene,
        claimed: charter.Claimed,
        index: int,
        nouns: list[phrases.Hit | None],
        done: list[Reading],
        before: tuple[Reading, ...],
    ) -> None:
        self.laid, self.claimed, self.index, self.nouns, self.done = laid, claimed, index, nouns, done
        self.mention = laid.counts[index]
        self.before = before
        self.noun = nouns[index] or self._shared()
        self.noun_end = self.noun.end if self.noun else self.mention.end

    def reading(self) -> Reading:
        """The figure the count claims."""
        if is_change(self.laid, self.index, noun_end=self.noun_end) or self._goes_on_changing():
            thing = self.noun.label if self.noun else None
            if not self._is_arrival():
                return Reading(CHANGE, thing, None, self.noun, self.noun_end)
        thing, is_own = self._thing()
        if thing is None:
            return Reading(OTHER, None, None, None, self.noun_end, is_own=False)
        if self.mention.is_whole:
            return self._as(self._figure(thing, None) or OTHER, thing, None)
        if (taken := self._taken_over(thing, is_own)) is not None:
            return taken
        for event in self._events():
            if indicator := self._figure(thing, event):
                return self._as(indicator, thing, event, is_own)
        indicator = self._figure(thing, None)
        if indicator is None and (last := self._like(thing)) is not None:
            return self._as(last.indicator, last.thing, last.event, False)
        return self._as(indicator or OTHER, thing, None, is_own)

    def _as(self, indicator: str, thing: str | None, event: str | None, is_own: bool = True) -> Reading:
        return Reading(indicator, thing, event, self.noun, self.noun_end, is_own=is_own)

    def _taken_over(self, thing: str, is_own: bool) -> Reading | None:
        """The figure of the whole, or of the number joined to this one, where the thing is too general to tell."""
        if is_own and not self._general(thing) and thing != "part":
            return None
        near, _, after = self._before_and_after()
        if any(self._figure(thing, each) for each in near):
            return None
        whole = self._whole(thing)
        if whole is None and thing == "part":
            whole = self._like(thing)
        if whole is None and not any(self._figure(thing, each) for each in after):
            whole = self._neighbour(thing)
        if whole is None:
            return None
        return self._as(
            self.claimed.parts.get(whole.indicator, whole.indicator), whole.thing, whole.event, is_own
        )

    def _neighbour(self, thing: str) -> Reading | None:
        """The number joined before this one, if it counts a thing of the same kind that tells more."""
        first, _ = self._group()
        found = [
            each for each in self.done[first : self.index] if each.thing and not self._general(each.thing)
        ]
        same = [each for each in found if self._kind(each.thing or "") == self._kind(thing)]
        return same[-1] if same else None

    # What is counted

    def _shared(self) -> phrases.Hit | None:
        """The noun of the next number, where only an "and" stands between: 29 full and 2 alternate delegates."""
        if self.mention.is_percent or self.index + 1 >= len(self.laid.counts):
            return None
        following = self.laid.counts[self.index + 1]
        between = self.laid.tokens[self.mention.end : following.start]
        joins = self.laid.language.phrases["joins"]
        of = self.mention.part_of is not None
        joined = any(joins.at(self.laid.tokens, self.mention.end + i) for i in range(len(between)))
        apart = any(each.text in ";:()" for each in between)
        told = self.laid.within(self.laid.events, self.mention.end, following.start)
        if (of or (joined and len(between) <= 3)) and not apart and not told:
            return self.nouns[self.index + 1]
        return None

    def _thing(self) -> tuple[str | None, bool]:
        if self.noun is not None and not self._general(self.noun.label):
            return self.noun.label, True
        label = self._label()
        if self.noun is not None:
            strong = label if label and self._is_linked(label) else self._said_to_be()
            if (
                strong is not None
                and self._kind(strong.label) == "person"
                and not self._general(strong.label)
            ):
                return strong.label, True
            return self.noun.label, True
        if label is not None and (self._is_linked(label) or self.laid.language.id != "vi"):
            return label.label, True
        last = self._last()
        return (last.thing, False) if last is not None else (None, False)

    def _label(self) -> phrases.Hit | None:
        """The first thing named before the number, after the last comma and the number before."""
        start, _ = self.laid.clause(self.mention)
        if self.index:
            start = max(start, self._end_of(self.index - 1))
        commas = [i for i in range(start, self.mention.start) if self.laid.tokens[i].text == ","]
        found = self.laid.within(self.laid.things, start, self.mention.start)
        near = [hit for hit in found if not commas or hit.start > commas[-1]]
        return next(iter(near or found[-1:]), None)

    def _end_of(self, index: int) -> int:
        """Where the number's own words end, its noun included."""
        return self.done[index].noun_end if index < len(self.done) else self.laid.counts[index].end

    def _is_linked(self, label: phrases.Hit) -> bool:
        """Whether a link (is, :, -, of) or nothing stands between a label and the number, hedges left aside."""
        words, at = self.laid.language.phrases, self.mention.start
        for _ in range(4):
            if at <= label.end:
                return at == label.end
            if words["links"].before(self.laid.tokens, at):
                return True
            step = words["hedges"].before(self.laid.tokens, at) or words["fillers"].before(
                self.laid.tokens, at
            )
            if step is None:
                return False
            at = step.start
        return False

    def _said_to_be(self) -> phrases.Hit | None:
        """39 comrades are delegates ex officio: what general people are said to be, after a link."""
        _, end = self.laid.clause(self.mention)
        if self.index + 1 < len(self.laid.counts):
            end = min(end, self.laid.counts[self.index + 1].start)
        for hit in self.laid.within(self.laid.things, self.noun_end, end):
            if any(self.laid.tokens[i].text in ",:" for i in range(self.noun_end, hit.start)):
                return None
            if self.laid.language.phrases["links"].at(self.laid.tokens, self.noun_end) and not self._general(
                hit.label
            ):
                return hit
        return None

    # Which event

    def _events(self) -> list[str]:
        """The events that may make a figure of the count, the likeliest first."""
        near, behind, after = self._before_and_after()
        last = self._last()
        stands = STANDS in near or STANDS in behind
        inherited = [] if stands or last is None or last.event is None else [last.event]
        cut = behind[: behind.index(STANDS)] if STANDS in behind else behind
        return [each for each in dict.fromkeys([*near, *after, *cut, *inherited]) if each != STANDS]

    def _before_and_after(self) -> tuple[list[str], list[str], list[str]]:
        """Events right before the number, further before it, and after it up to a comma (else up to the next count)."""
        start, end = self.laid.clause(self.mention)
        first, last = self._group()
        floor = max(start, self._end_of(first - 1) if first else 0)
        following = [each.start for each in self.laid.counts[last + 1 :] if not each.is_percent]
        ceiling = min([end, *following])
        head = self.laid.counts[first].start
        before = self._fitting(self.laid.within(self.laid.events, floor, head)[::-1])
        near = [hit.label for hit in before[:1] if self._is_next_to(hit, head)]
        tail = self._fitting(self.laid.within(self.laid.events, self.mention.end, ceiling))
        comma = next((i for i in range(self.noun_end, ceiling) if self.laid.tokens[i].text == ","), ceiling)
        close = [hit.label for hit in tail if hit.start < comma]
        if not close and not before:
            close = [hit.label for hit in tail]
        return near, [hit.label for hit in before], close

    def _fitting(self, hits: Sequence[phrases.Hit]) -> list[phrases.Hit]:
        """The events without words for a subgroup that do not stand right after the noun."""
        ends = {self.noun_end, self.noun_end + 1}
        return [hit for hit in hits if hit.label != SUBGROUP or hit.start in ends]

    def _is_next_to(self, hit: phrases.Hit, at: int) -> bool:
        words = self.laid.language.phrases
        for _ in range(4):
            if at <= hit.end:
                return True
            step = words["hedges"].before(self.laid.tokens, at) or words["fillers"].before(
                self.laid.tokens, at
            )
            if step is None:
                return False
            at = step.start
        return False

    def _group(self) -> tuple[int, int]:
        """The first and last of the numbers that share this one's event, joined by an "and" or a comma."""
        first = last = self.index
        while first and self._joined(first - 1):
            first -= 1
        while last + 1 < len(self.laid.counts) and self._joined(last):
            last += 1
        return first, last

    def _joined(self, index: int) -> bool:
        """Whether only an "and" or a comma parts a number and its noun from the next number."""
        noun = self.nouns[index]
        end = noun.end if noun is not None else self.laid.counts[index].end
        following = self.laid.counts[index + 1].start
        if following - end > 4 or self.laid.within(self.laid.events, end, following):
            return False
        joins = self.laid.language.phrases["joins"]
        stops = scene.STOPS | {":"}
        between = self.laid.tokens[end:following]
        return any(joins.at(self.laid.tokens, end + i) for i in range(len(between))) and not any(
            token.text in stops for token in between
        )

    # Wholes and parts

    def _whole(self, thing: str) -> Reading | None:
        """The whole this count is a part of: the last count of its kind before "of whom", a bracket or a colon."""
        at = self._opened()
        if at is None:
            return None
        kind = self._kind(thing)
        for reading, mention in reversed(list(zip(self.done, self.laid.counts, strict=False))):
            if not reading.thing or self._kind(reading.thing) != kind or mention.is_whole:
                continue
            if mention.end <= at or not self._general(reading.thing):
                return reading
        if (named := self._named_whole(kind)) is not None:
            return named
        return next((r for r in reversed(self.before) if r.thing and self._kind(r.thing) == kind), None)

    def _opened(self) -> int | None:
        """Where parts begin before this count: at "of whom", "among", an open bracket or a colon; None if nowhere."""
        tokens = self.laid.tokens
        marks = [hit.start for hit in self.laid.parts if hit.end <= self.mention.start]
        start, _ = self.laid.clause(self.mention)
        if self.laid.is_in_brackets(self.mention):
            marks.append(start - 1)
        marks += [i for i in range(start, self.mention.start) if tokens[i].text == ":"]
        if self.laid.language.phrases["among"].at(tokens, start):
            marks.append(start)
        if not marks:
            return None
        at = max(marks)
        breaks = [i for i in range(at + 1, self.mention.start) if tokens[i].text == ";"]
        if breaks and self.laid.within(self.laid.events, breaks[-1], self.mention.start):
            return None
        return at

    def _named_whole(self, kind: str) -> Reading | None:
        """Of the delegates, 696 ...: a whole that is named without a number."""
        start, _ = self.laid.clause(self.mention)
        hit = self.laid.language.phrases["among"].at(self.laid.tokens, start)
        if hit is None:
            return None
        for named in self.laid.within(self.laid.things, hit.end, min(hit.end + 6, self.mention.start)):
            if self._kind(named.label) == kind and (indicator := self._figure(named.label, None)):
                return Reading(indicator, named.label, None, named, named.end)
        return None

    def _last(self) -> Reading | None:
        """The last reading of a count whose thing is known: of the sentence, else of the sentence before."""
        return next((r for r in self._earlier() if r.thing), None)

    def _like(self, thing: str) -> Reading | None:
        """The last reading whose thing is of the same kind."""
        kind = self._kind(thing)
        return next((r for r in self._earlier() if r.thing and self._kind(r.thing) == kind), None)

    def _earlier(self) -> Iterator[Reading]:
        """The counts read before this one, the nearest first, wholes of a part left out."""
        here = list(zip(self.done, self.laid.counts, strict=False))
        yield from (reading for reading, mention in reversed(here) if not mention.is_whole)
        yield from reversed(self.before)

    def _goes_on_changing(self) -> bool:
        """A second difference without a verb of its own: the public sector gained 74,000 and the private 17,000."""
        if self.noun is not None or not self.done or self.done[-1].indicator != CHANGE:
            return False
        start = self.laid.counts[self.index - 1].end
        between = self.laid.within(self.laid.events, start, self.mention.start)
        return all(hit.label in (SUBGROUP, STANDS) for hit in between)

    def _is_arrival(self) -> bool:
        """Whether the change is told by a word for new members."""
        near, _, _ = self._before_and_after()
        return bool(near) and near[0] == "admitted"

    # The pack

    def _general(self, thing: str) -> bool:
        return self.claimed.things[thing].is_general

    def _kind(self, thing: str) -> str:
        return self.claimed.things[thing].kind

    def _figure(self, thing: str, event: str | None) -> str | None:
        for figure in self.claimed.figures:
            if thing in figure.of and (event in figure.when if event is not None else not figure.when):
                return figure.indicator
        return None
