"""How a peer group is scored, told as the page of the rule book tells it: criteria, bonus, deductions, exclusions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fasti import charter, words
from fasti.charter import scorecards


def told(written: Mapping[str, Any], *, pack: charter.Pack, lang: str) -> Iterator[tuple[str, str]]:
    """What a scorecard says, as pairs of key and text."""
    teller = _Teller(pack, lang)
    yield teller.key("peer-group"), teller.name("peer_group", written["peer_group"])
    yield teller.key("decimals"), str(written["decimals"])
    yield teller.key("criteria"), "; ".join(map(teller.criterion, written["criteria"]))
    for key in ("bonus", "deductions"):
        together = words.say("score-rule-together", lang, most=teller.points(written[key]["most"]))
        yield teller.key(key), "; ".join([*map(teller.item, written[key]["items"]), together])
    yield teller.key("exclusions"), "; ".join(map(teller.exclusion, written["exclusions"]))
    yield teller.key("ties"), ", ".join(teller.name("score_item", each) for each in written["ties"])
    yield teller.key("pairs"), words.say(f"score-pairs-{written['pairs']}", lang)


class _Teller:
    """Tells the parts in one language."""

    def __init__(self, pack: charter.Pack, lang: str) -> None:
        self.pack, self.lang = pack, lang

    def key(self, name: str) -> str:
        """The word for a key."""
        return words.say(f"rule-key-{name}", self.lang)

    def name(self, group: str, id: str) -> str:
        """The pack's word for a code."""
        return self.pack.names(group, self.lang).get(id, id)

    def points(self, written: int | str) -> str:
        """A number as the language writes it."""
        return words.number(scorecards.exact(written), self.lang, digits=4)

    def criterion(self, each: Mapping[str, Any]) -> str:
        """A criterion: its name and how it comes to points."""
        most = self.points(each["most"])
        figure = self.name("indicator", each.get("figure", ""))
        match each["kind"]:
            case scorecards.RATIO:
                target, cap = self.points(each["target"]), self.points(each["cap"])
                how = words.say(
                    "score-rule-ratio", self.lang, most=most, figure=figure, target=target, cap=cap
                )
            case scorecards.BANDS:
                bands = ", ".join(map(self._band, each["bands"]))
                how = words.say("score-rule-bands", self.lang, most=most, figure=figure, bands=bands)
            case _:
                how = words.say("score-rule-judged", self.lang, most=most)
        return f"{self.name('score_item', each['id'])}: {self._evidenced(how, each)}"

    def _band(self, each: Mapping[str, Any]) -> str:
        told = {"from": self.points(each["from"]), "points": self.points(each["points"])}
        return words.say("score-rule-band", self.lang, **told)

    def item(self, each: Mapping[str, Any]) -> str:
        """A bonus or a deduction."""
        most = self.points(each["most"])
        how = words.say("score-rule-judged", self.lang, most=most)
        if "figure" in each:
            figure, points = self.name("indicator", each["figure"]), self.points(each.get("each", 0))
            how = words.say("score-rule-each", self.lang, points=points, figure=figure, most=most)
        return f"{self.name('score_item', each['id'])}: {self._evidenced(how, each)}"

    def exclusion(self, each: Mapping[str, Any]) -> str:
        """Why a unit is not classed."""
        how = words.say("score-rule-said", self.lang)
        if "figure" in each:
            figure, bound = self.name("indicator", each["figure"]), self.points(each.get("above", 0))
            how = words.say("score-rule-above", self.lang, figure=figure, n=bound)
        return f"{self.name('score_item', each['id'])}: {how}"

    def _evidenced(self, how: str, each: Mapping[str, Any]) -> str:
        if not each.get("evidence"):
            return how
        return f"{how}, {words.say('score-rule-evidence', self.lang)}"
