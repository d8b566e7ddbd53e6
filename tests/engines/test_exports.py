"""Exports on both engines: the same as on SQLite, and one state of the record while others issue acts."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

from tests.engines import server

pytestmark = pytest.mark.campaign

ROOT = pathlib.Path(__file__).resolve().parents[2]
ISSUE = """
import django; django.setup()
from tests import cast
admit = {"kind": "ADMIT", "person": "IDA", "unit": "ALDER", "family_name": "Iversen", "given_name": "Ida"}
cast.issue(cast.act("NORTH-B", "decision", "Admission", "2024-02-01", admit))
"""
EXPORT = f"""
import json, subprocess, sys
import django; django.setup()
from fasti import charter
from fasti.acts.models import Act, Body
from fasti.exchange import formats, popolo
from fasti.operations import init_body
from tests import cast

init_body.init(charter.load("template"))
Body.objects.all().delete()
cast.found_guild()
asked = formats.Asked(pack=cast.pack(), lang="en")
pieces = popolo.write(asked)
begun = [next(pieces), next(pieces)]
subprocess.run([sys.executable, "-c", {ISSUE!r}], check=True, timeout=60)
then = json.loads(b"".join([*begun, *pieces]))
now = json.loads(b"".join(popolo.write(asked)))
print(len(then["memberships"]), len(then["persons"]), len(now["memberships"]), len(now["persons"]))
cast.issue(cast.act("NORTH-B", "letter", "Afterwards", "2024-03-01"))
print(Act.objects.count())
"""


@pytest.mark.postgres
def test_the_same_exports_on_postgresql() -> None:
    environment = {**os.environ, "FASTI_TEST_DATABASE": server.address("fasti_exports")}
    given = ["tests/exchange/test_popolo.py", "tests/exchange/test_icalendar.py", "tests/register", "-q"]
    command = [sys.executable, "-m", "pytest", *given]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_one_state_of_the_record_while_an_act_is_issued(engine: str, tmp_path: pathlib.Path) -> None:
    given = {**os.environ, "DJANGO_SETTINGS_MODULE": "fasti.settings", "FASTI_HOME": str(tmp_path)}
    given["PYTHONPATH"] = str(ROOT)
    if engine == "postgres":
        given["FASTI_DATABASE"] = server.address("fasti_one_state")
    command = [sys.executable, "-c", EXPORT]
    ran = subprocess.run(command, env=given, capture_output=True, text=True, timeout=180)
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert ran.stdout.split() == ["13", "7", "14", "8", "3"]
