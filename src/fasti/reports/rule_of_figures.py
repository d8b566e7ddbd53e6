"""How a form is handed in, told as the page of the rule book tells it: recipient, figures, their rules, the lock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fasti import charter, words
from fasti.charter import rules
from fasti.effects import wording


def told(written: Mapping[str, Any], *, pack: charter.Pack, lang: str) -> Iterator[tuple[str, str]]:
    """What a form says of handing in, as pairs of key and text."""
    yield _key("recipient", lang), words.say(f"rule-recipient-{written['recipient']}", lang)
    if written["signers"]:
        offices = pack.names("office", lang)
        yield _key("signers", lang), ", ".join(offices.get(id, id) for id in written["signers"])
    yield _key("declared", lang), "; ".join(_figure(each["id"], pack, lang) for each in written["declared"])
    yield _key("figure-rules", lang), "; ".join(_rule(each, pack, lang) for each in written["rules"])
    narrative = pack.names("narrative", lang)
    yield (
        _key("narrative", lang),
        "; ".join(narrative.get(each["id"], each["id"]) for each in written["narrative"]),
    )
    yield _key("lock", lang), _lock(written["lock"], lang)


def rule(each: rules.FigureRule, *, pack: charter.Pack, lang: str) -> str:
    """One rule on a figure as a sentence, and whether it refuses or asks for a remark."""
    written = {
        "check": each.check, "figure": each.figure, "of": each.of, "less": each.less, "low": each.low or 0,
        "high": each.high or 0, "within": each.within or "", "times": each.times or 0, "strict": each.is_strict,
    }  # fmt: skip
    return _rule(written, pack, lang)


def _key(name: str, lang: str) -> str:
    return words.say(f"rule-key-{name}", lang)


def _figure(id: str, pack: charter.Pack, lang: str) -> str:
    return wording.place_word(id, lang, lambda group, each: pack.names(group, lang).get(each, each))


def _rule(written: Mapping[str, Any], pack: charter.Pack, lang: str) -> str:
    def joined(ids: Sequence[str], sign: str) -> str:
        return sign.join(_figure(id, pack, lang) for id in ids)

    of = joined(written.get("of", ()), " + ")
    if written.get("less"):
        of = f"{of} − {joined(written['less'], ' − ')}"
    sentence = words.say(
        f"rule-check-{written['check'].replace('_', '-')}",
        lang,
        figure=_figure(written["figure"], pack, lang),
        of=of,
        low=written.get("low", 0),
        high=written.get("high", 0),
        within=str(written.get("within", "")),
        n=written.get("times", 0),
    )
    return f"{sentence} ({words.say('rule-strict' if written['strict'] else 'rule-or-remark', lang)})"


def sentence(rule: rules.FigureRule, *, pack: charter.Pack, lang: str) -> str:
    """One rule on a figure as a sentence, as a form tells it beside the figure."""
    written = {
        "check": rule.check, "figure": rule.figure, "of": rule.of, "less": rule.less, "low": rule.low or 0,
        "high": rule.high or 0, "within": rule.within or "", "times": rule.times or 0, "strict": rule.is_strict,
    }  # fmt: skip
    return _rule(written, pack, lang)


def _lock(written: Mapping[str, Any], lang: str) -> str:
    days = written["closes_after_days"]
    closes = (
        words.say("rule-lock-accepted", lang) if days is None else words.say("rule-lock-closes", lang, n=days)
    )
    return f"{closes}; {words.say('rule-reopened-by-' + written['reopened_by'], lang)}"
