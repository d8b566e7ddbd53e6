"""The page of the commands, as their parser describes them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from tests.docs.reference import markdown

PLACES = {
    "FILE": "a file, its format by its name",
    "FILE|DRAFT": "a file (YAML or JSON, - for standard input), or the number of a kept draft",
    "WORDS": "words of the title, the text, the number or the issuer; marks may be left out",
    "ACT": "code of an act, such as VN-56-TU:2020-2025/decision:27",
    "UNIT": "code of a unit",
    "PACK": "id of a pack (vn_party, template) or path of its folder",
    "PERIOD": "a year, half-year, quarter or month: 2024, 2024-H1, 2024-Q1, 2024-05",
    "INDICATOR": "id of a figure, such as personnel.appointed",
    "body": "the sample body",
    "by": "break the figure down",
    "engine": "where the figure is computed; all give the same",
}
"""What a place holder of a command stands for where the command does not say more."""


def commands() -> str:
    """Every command with its arguments."""
    lead = (
        "`./fasti` in a clone, `fasti` in an environment that has it. Exit codes: 0 done, 1 findings, 2 bad"
        " input. Errors go to standard error."
    )
    return markdown.page("Commands", lead, (_command(*leaf) for leaf in leaves(whole_parser())))


def whole_parser() -> argparse.ArgumentParser:
    """The parser of the `fasti` command."""
    from fasti import cli

    return cli.parser()


Leaf = tuple[str, str, argparse.ArgumentParser]


def leaves(parser: argparse.ArgumentParser, said: str = "") -> Iterator[Leaf]:
    """Each command that does something: its full name, what it does, its parser."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield parser.prog, said or parser.description or "", parser
    for action in below:
        helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, child in action.choices.items():
            yield from leaves(child, helps.get(name, ""))


def _command(name: str, said: str, parser: argparse.ArgumentParser) -> str:
    shown = [
        action for action in parser._actions if action.help != argparse.SUPPRESS and action.dest != "help"
    ]
    required = [_written(action) for action in shown if action.required or not action.option_strings]
    usage = " ".join([name, *required, "[options]"])
    rows = [(f"`{', '.join(action.option_strings) or _place(action)}`", meaning(action)) for action in shown]
    return "\n\n".join(
        [f"## {name}", sentence(said), f"    {usage}", markdown.table(["argument", "meaning"], rows)]
    )


def _place(action: argparse.Action) -> str:
    return str(action.metavar or action.dest)


def _written(action: argparse.Action) -> str:
    written = " ".join([*action.option_strings[-1:], _place(action)])
    return f"[{written}]" if action.nargs == "?" else written


def meaning(action: argparse.Action) -> str:
    """What an argument is: its help, else what its place holder stands for; its choices and default."""
    said = re.sub(r" *\(default:? [^)]*\)", "", action.help or "")
    choices = f"One of: {', '.join(map(str, action.choices))}." if action.choices else ""
    default = (
        "" if action.default in (None, False, argparse.SUPPRESS, [], ()) else f"Default: {action.default}."
    )
    return " ".join(filter(None, [sentence(said or PLACES.get(_place(action), "")), choices, default]))


def sentence(said: str) -> str:
    """With a capital letter and a full stop."""
    return said[:1].upper() + said[1:] + ("" if said.endswith(".") or not said else ".")
