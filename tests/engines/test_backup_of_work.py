"""Long work in a backup: what was handed in and what its reader made of it come back, results are asked for again."""

from __future__ import annotations

import pathlib
import zipfile

import pytest

from tests.engines.test_backup import Make, place, served

__all__ = ["place", "served"]
WORK = """
from fasti.access.models import Account
from fasti.operations import jobs, open_account
from tests import cast
open_account.open_account("bruno", pack=cast.pack(), at=cast.at("2024-02-01"), actor="x", person="BRUNO")
bruno = Account.objects.get(name="bruno")
for kind, state, answer, files in (
    ("import", "waiting", {}, {"People 1.csv": "code", ".half.csv.part": "co"}),
    ("reading", "done", {"claims": 1}, {"reading.json": "{}", "judged.json": '{"0": 1}'}),
    ("export", "done", {"files": ["body.zip"]}, {"body.zip": "large"}),
    ("import", "refused", {"files": ["findings.xlsx"]}, {"findings.xlsx": "notes"}),
):
    job = jobs.ask(bruno, kind, {}, at=cast.at("2024-02-01"))
    type(job).objects.filter(pk=job.pk).update(state=state, answer=answer)
    for name, text in files.items():
        (jobs.folder(job) / name).write_text(text)
    (jobs.folder(job) / "half").mkdir()
    (jobs.folder(job) / "half" / "rows.sqlite").write_text("scratch")
"""
FILES = """
from fasti.access.models import Job
from fasti.operations import jobs
print(json.dumps([
    [job.kind, oct(jobs.folder(job).stat().st_mode)[-3:] if jobs.folder(job).exists() else "",
     {path.name: path.read_text() for path in sorted(jobs.folder(job).glob("*"))}]
    for job in Job.objects.order_by("id")
]))
"""


@pytest.mark.parametrize("there", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_work_comes_back_with_what_cannot_be_made_again(
    there: str, place: Make, tmp_path: pathlib.Path
) -> None:
    one, other, file = place(there), place("sqlite"), tmp_path / "body.zip"
    one.begin()
    one.script(WORK)
    assert one.fasti("backup", file).returncode == 0
    with zipfile.ZipFile(file) as zipped:
        assert [name.partition("/")[2] for name in zipped.namelist() if name.startswith("jobs/")] == [
            "1/People 1.csv", "2/judged.json", "2/reading.json", "4/findings.xlsx",
        ]  # fmt: skip
    assert other.fasti("restore", file).returncode == 0
    assert other.fasti("verify").returncode == 0
    assert other.script(FILES) == [
        ["import", "700", {"People 1.csv": "code"}],
        ["reading", "700", {"judged.json": '{"0": 1}', "reading.json": "{}"}],
        ["export", "", {}],
        ["import", "700", {"findings.xlsx": "notes"}],
    ]
