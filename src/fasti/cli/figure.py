"""`fasti figure`: one figure, broken down or explained down to the acts."""

from __future__ import annotations

import argparse
import json
from typing import Any

from fasti import charter, words
from fasti.cli import asked, report
from fasti.cli.errors import BadInput
from fasti.indicators.figures import CannotCompute, Figure, Part


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("figure", help="one figure, with its parts or the acts behind it")
    noun.add_argument("indicator", metavar="INDICATOR")
    report.add_question(noun)
    noun.add_argument(
        "--by",
        choices=("child", "act_type", "sex", "age_band", "month", "provider", "grade", "form", "level"),
    )
    noun.add_argument("--explain", action="store_true", help="definition and acts behind the figure")
    noun.add_argument("--offset", type=int, default=0, metavar="N", help="first act shown by --explain")
    noun.add_argument("--limit", type=int, default=20, metavar="N", help="acts shown by --explain")
    noun.add_argument("--engine", choices=("duckdb", "sqlite", "postgres", "spark"))
    noun.add_argument("--json", action="store_true", help="for programs")
    noun.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the figure."""
    from fasti.indicators import compute

    pack = asked.body(arguments.lang)
    known = {each.id for each in pack.indicators}
    if arguments.indicator not in known:
        raise BadInput(words.finding("unknown-kind", arguments.lang, kind=arguments.indicator))
    try:
        computed = compute.compute(
            pack,
            [arguments.indicator],
            unit=arguments.unit,
            period=arguments.period,
            boundaries=arguments.boundaries,
            known=arguments.known,
            by=arguments.by,
            engine=arguments.engine,
        )
        figure = computed.total[0]
        explanation = _explanation(arguments, pack) if arguments.explain else None
    except CannotCompute as error:
        raise BadInput(report.refusal(error, arguments.lang)) from error
    if arguments.json:
        print(json.dumps(_plain(figure, explanation, arguments), ensure_ascii=False, indent=2))
        return 0
    _print(figure, explanation, arguments, pack)
    return 0


def _explanation(arguments: argparse.Namespace, pack: charter.Pack) -> Any:
    from fasti.indicators import explain

    return explain.explain(
        pack,
        arguments.indicator,
        unit=arguments.unit,
        period=arguments.period,
        boundaries=arguments.boundaries,
        known=arguments.known,
        offset=arguments.offset,
        limit=arguments.limit,
        engine=arguments.engine,
    )


def _amount(each: Figure | Part, lang: str) -> str:
    if each.denominator is not None:
        return words.share(each.numerator or 0, each.denominator, lang)
    return "-" if each.value is None else words.number(each.value, lang)


def _print(figure: Figure, explanation: Any, arguments: argparse.Namespace, pack: charter.Pack) -> None:
    lang = arguments.lang
    print(f"{pack.name('indicator', figure.indicator, lang)}: {_amount(figure, lang)}")
    for part in figure.parts:
        print(f"  {part.key}: {_amount(part, lang)}")
    if explanation is None:
        return
    from fasti.operations import naming
    from fasti.reports import timeliness

    print(explanation.definition.get(lang, ""))
    print(f"§ {explanation.reference}" + ("" if explanation.verified else " [M]"))
    print(words.boundaries(explanation.boundaries, lang) + f"; {explanation.engine}")
    if explanation.known:
        print(words.known_on(explanation.known, lang))
    for duty in explanation.duties:
        print("  " + timeliness.duty(duty, pack, lang))
    print(words.counted("act", explanation.num_acts, lang))
    names = naming.Names(pack=pack, lang=lang)
    for act in explanation.acts:
        print(f"  {words.act_reference(act.symbol, act.signed_on, lang)} [{act.code}] {act.title}")
        for effect in act.effects:
            subjects = {"person": effect.person, "post": effect.post, "unit": effect.unit}
            named = [names.by_code(name, code or "") for name, code in subjects.items()]
            who = ", ".join(filter(None, named))
            print(f"      {effect.ordinal}. {pack.name('effect', effect.kind, lang)}: {who}")
    for each in explanation.left_out:
        day = words.day(each.on, lang, style="short")
        place = f"{each.act}#{each.effect}" if each.effect else each.act
        print("  - " + words.say("cli-left-out", lang, what=place, act=each.by, day=day))


def _plain(figure: Figure, explanation: Any, arguments: argparse.Namespace) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "indicator": figure.indicator,
        "unit": arguments.unit,
        "period": arguments.period.code,
        **_numbers(figure),
        "additive": figure.additive,
        "parts": [{"key": part.key, **_numbers(part)} for part in figure.parts],
    }
    if explanation is not None:
        plain["duties"] = [
            {"form": each.form, "period": each.period, "level": each.level, "due_on": each.due_on.isoformat(),
             "in_time_until": each.in_time_until.isoformat(), "reference": each.reference}
            for each in explanation.duties
        ]  # fmt: skip
        plain["definition"] = explanation.definition.get(arguments.lang, "")
        plain["reference"] = explanation.reference
        plain["num_acts"] = explanation.num_acts
        plain["acts"] = [act.code for act in explanation.acts]
        plain["left_out"] = [
            {
                "act": each.act,
                "effect": each.effect,
                "reason": each.reason,
                "by": each.by,
                "on": each.on.isoformat(),
            }
            for each in explanation.left_out
        ]
    return plain


def _numbers(each: Figure | Part) -> dict[str, Any]:
    value = each.value if each.value is None or isinstance(each.value, int) else str(each.value)
    if each.denominator is None:
        return {"value": value}
    return {"value": value, "numerator": each.numerator, "denominator": each.denominator}
