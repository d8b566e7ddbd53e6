"""All measurements one after the other, and what comes of them: the table and the charts of the page on performance.

The latest record of each claim is kept in `records.json`, so that a script can be run again by itself and a run that
was cut short loses nothing. A claim without a record stands in the table as not measured.
"""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from bench import ROOT, goals, record

HERE = ROOT / "bench"
KEPT = HERE / "records.json"
PAGE = ROOT / "docs" / "explanation" / "performance.md"
PICTURES = ROOT / "docs" / "pictures"
BEGIN, END = "<!-- measured: written by fasti bench -->", "<!-- end of what was measured -->"
PARTS = ("__init__.py", "body.py", "goals.py", "record.py", "suite.py")
"""Files of this folder that measure nothing by themselves."""
IN_DATABASE = 1_000_000
"""Effects of the largest body that is written into a database when all scripts are run: minutes, half a gigabyte."""
WHOLE = 10_000_000
"""From so many effects on a body is taken for that of a whole country."""
PATIENCE = 5400
"""Seconds after which a script is ended."""

Tell = Callable[[str, str], None]
"""Told of a script as it begins, and (with its last words) when it fails."""


def scripts() -> dict[str, str]:
    """Every script by its name, with the first sentence of what it says of itself."""
    found = sorted(path for path in HERE.glob("*.py") if path.name not in PARTS)
    return {path.stem: _first_line(path) for path in found}


def _first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").split('"""')[1].splitlines()[0]


def arguments(effects: str, work: Path) -> dict[str, list[str]]:
    """How each script is asked when all are run. Bodies that are files have the size asked for, those that have to be
    written into a database at most `IN_DATABASE` effects; the table says of each line what it was measured at.
    """
    kept = ["--work", str(work)]
    stored = effects if _number(effects) <= IN_DATABASE else f"{IN_DATABASE // 1_000_000}M"
    members = str(max(1, _number(effects) // 750_000) * 100_000)
    return {
        "core": ["--effects", effects, *kept],
        "day": ["--effects", effects, *kept],
        "scan": ["--sizes", _smaller_and_larger(effects), *kept],
        "partials": ["--effects", effects, *kept],
        "columns": ["--effects", stored, *kept],
        "memory": ["--sizes", f"{_number(stored) // 5000}k,{stored}", *kept],
        "report": ["--effects", str(_number(stored))],
        "importing": ["--size", str(_number(stored)), "--engine", "sqlite"],
        "issuing": ["--acts", "160", "--sizes", f"10000,{members}", "--engines", "sqlite"],
        "web": ["--sizes", f"24000,{members}", "--requests", "48", "--engine", "sqlite"],
        "claims": [],
    }


def _number(effects: str) -> int:
    from fasti.cli import sample

    return sample.number(effects)


def _smaller_and_larger(effects: str) -> str:
    """The bodies of a scan: ten times the one asked for; of a whole country those the claim was set for."""
    if _number(effects) >= WHOLE:
        return "1M,200M"
    return f"{effects},{_number(effects) * 10 // 1000}k"


def run(name: str, given: Sequence[str], tell: Tell, *, done: Done | None = None) -> list[record.Record]:
    """Run one script in a process of its own; its records, none if it failed (`tell` hears its last words).

    With `done` it is left out if it came to its end before, asked the same.
    """
    if done and done.has(name, given):
        return []
    tell(name, "")
    command = [sys.executable, "-m", f"bench.{name}", *given, "--json"]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    script = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        cwd=ROOT, start_new_session=True,
    )  # fmt: skip
    try:
        printed, wrong = script.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(script.pid, signal.SIGTERM)  # With the processes it began.
        printed, wrong = script.communicate()
        wrong += f"\nended after {PATIENCE} s"
    if script.returncode:
        tell(name, (wrong.strip() or printed.strip() or "?").splitlines()[-1])
    found = record.read(printed)
    keep(found)
    if done and not script.returncode:
        done.add(name, given)
    return found


class Done:
    """Which scripts came to their end, and how they were asked: a run that was cut short goes on where it was."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def has(self, name: str, given: Sequence[str]) -> bool:
        """Whether a script came to its end, asked so."""
        return self._read().get(name) == [*given]

    def add(self, name: str, given: Sequence[str]) -> None:
        """A script came to its end."""
        self._file.write_text(json.dumps({**self._read(), name: [*given]}, indent=1) + "\n", encoding="utf-8")

    def clear(self) -> None:
        """Begin anew."""
        self._file.unlink(missing_ok=True)

    def _read(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}
        return found


def keep(found: Iterable[record.Record], file: Path = KEPT) -> None:
    """Put records in the place of those of the same claims."""
    every = {**kept(file), **{each.claim: each for each in found}}
    ordered = [dataclasses.asdict(every[claim]) for claim in goals.GOALS if claim in every]
    file.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def kept(file: Path = KEPT) -> dict[str, record.Record]:
    """The latest record of each claim."""
    if not file.exists():
        return {}
    return {each["claim"]: record.Record(**each) for each in json.loads(file.read_text(encoding="utf-8"))}


# -- the page --------------------------------------------------------------------------------------------------------


def table(found: Mapping[str, record.Record]) -> str:
    """Every claim with what was measured, as Markdown."""
    lines = [
        "| claim | against | goal | ratio | | measured | size, load, date |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [_line(claim, goal, found.get(claim)) for claim, goal in goals.GOALS.items()]
    return "\n".join(lines)


def _line(claim: str, goal: goals.Goal, found: record.Record | None) -> str:
    if found is None:
        return f"| `{claim}` {goal.words} | {goal.baseline} | {goal.told} | | not measured | | |"
    is_met = goal.met(found.ratio)
    met = {True: "met", False: "**not met**", None: ""}[is_met]
    sizes = ", ".join(f"{_amount(value)} {name.replace('_', ' ')}" for name, value in found.sizes.items())
    took = f"{found.ours} to {found.theirs}"
    return (
        f"| `{claim}` {goal.words} | {found.baseline} | {goal.told} | {found.ratio:.3g} | {met} | {took}"
        f" | {sizes}; load {found.machine['load']}; {found.date} |"
    )


def _amount(value: int | str) -> str:
    return f"{value:,}" if isinstance(value, int) else value


def write(found: Mapping[str, record.Record]) -> None:
    """Put the table and the charts between the marks of the page."""
    text = PAGE.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    drawn = charts(found)
    for name, svg in drawn.items():
        (PICTURES / f"{name}.svg").write_text(svg + "\n", encoding="utf-8")
    told = {
        "bench-core": "Milliseconds of the core job, Fasti and the others",
        "bench-goals": "How much of each goal is reached",
    }
    shown = "\n\n".join(f"![{told[name]}](../pictures/{name}.svg)" for name in drawn)
    parts = [BEGIN, _machine(found), table(found), shown, END]
    PAGE.write_text(before + "\n\n".join(filter(None, parts)) + after, encoding="utf-8")


def _machine(found: Mapping[str, record.Record]) -> str:
    if not found:
        return ""
    last = max(found.values(), key=lambda each: each.date)
    machine = last.machine
    versions = ", ".join(f"{name} {version}" for name, version in last.versions.items())
    return f"{machine['cores']} cores ({machine['processor']}), {machine['gib']} GiB; {versions}."


def charts(found: Mapping[str, record.Record]) -> dict[str, str]:
    """The pictures that can be drawn from what was measured, by name."""
    drawn = {}
    core = {
        claim: each for claim, each in found.items() if claim.startswith("core.") and claim != "core.memory"
    }
    if core:
        drawn["bench-core"] = _bars("bench-core", [""], _of_core(core))
    if with_goal := {claim: each for claim, each in found.items() if each.goal}:
        drawn["bench-goals"] = _bars("bench-goals", ["met", "not met"], _of_goals(with_goal))
    return drawn


Row = tuple[str, tuple[int | None, ...], str]
"""The name of a bar, its length in each series, and what stands at its end."""


def _of_core(found: Mapping[str, record.Record]) -> list[Row]:
    """Milliseconds of each side."""
    ours = next(iter(found.values())).ours
    rows = [("Fasti", ours), *((goals.GOALS[claim].baseline, each.theirs) for claim, each in found.items())]
    seconds = [(name, float(took.removesuffix(" s"))) for name, took in rows]
    return [(name, (round(took * 1000),), f"{took * 1000:,.0f} ms") for name, took in seconds]


def _of_goals(found: Mapping[str, record.Record]) -> list[Row]:
    """Per cent of the goal reached, drawn up to 200; 100 and more is met."""
    rows: list[Row] = []
    for claim, each in found.items():
        goal = goals.GOALS[claim]
        reached = (
            goal.most / max(each.ratio, 1e-9) if goal.most is not None else each.ratio / (goal.least or 1)
        )
        length = round(min(reached, 2) * 100)
        values = (length, None) if goal.met(each.ratio) else (None, length)
        rows.append((claim, values, f"{each.ratio:.3g} ({goal.told})"))
    return rows


def _bars(id: str, labels: Sequence[str], rows: Sequence[Row]) -> str:
    """The bars on white: a page may be dark."""
    from fasti.reports import charts as drawing
    from fasti.reports import model

    names, values, ends = zip(*rows, strict=True)
    series = tuple(model.Series(label, colour) for label, colour in zip(labels, (1, 3), strict=False))
    svg = drawing.svg(model.Chart(id, "", "", "bars", "", "", names, series, values, ends), "en")
    opening, rest = svg.split(">", 1)
    return f'{opening}><rect width="100%" height="100%" fill="white"/>{rest}'
