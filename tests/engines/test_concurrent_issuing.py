"""Several processes issue at once: numbers without gaps, one unforked chain, and a register equal to its fold."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

from tests.engines import server

ROOT = pathlib.Path(__file__).resolve().parents[2]
WRITERS, EACH = 4, 8

BEGIN = """
import django; django.setup()
from fasti import charter
from fasti.operations import init_body
from tests import cast
from fasti.acts.models import Body
init_body.init(charter.load("template"))
Body.objects.all().delete()
cast.found_guild()
"""
WRITE = f"""
import django; django.setup()
from tests import cast
for _ in range({EACH}):
    cast.issue(cast.act("NORTH-B", "decision", "One of many", "2024-02-01"), recorded_at=cast.at("2024-02-01"))
"""
PROVE = """
import django; django.setup()
from fasti.acts.models import Act
from fasti.operations import verify_record
numbers = sorted(Act.objects.filter(issuer__code="NORTH-B").values_list("number", flat=True))
print(numbers == list(range(1, len(numbers) + 1)), len(numbers), verify_record.verify().faults)
"""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def environment(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> dict[str, str]:
    given = {**os.environ, "DJANGO_SETTINGS_MODULE": "fasti.settings", "FASTI_HOME": str(tmp_path)}
    given["PYTHONPATH"] = str(ROOT)
    if request.param == "postgres":
        given["FASTI_DATABASE"] = server.address("fasti_concurrent")
    return given


def test_numbers_have_no_gaps_under_concurrent_issuing(environment: dict[str, str]) -> None:
    def start(code: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", code],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    begun = start(BEGIN)
    assert begun.communicate(timeout=120)[1].strip() == ""
    writers = [start(WRITE) for _ in range(WRITERS)]
    assert [writer.communicate(timeout=300)[1] for writer in writers] == [""] * WRITERS
    told, _ = start(PROVE).communicate(timeout=120)
    assert told.strip() == f"True {WRITERS * EACH} ()"
