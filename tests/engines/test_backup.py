"""Backing up a live body and restoring it, on both engines and from each to the other."""

from __future__ import annotations

import json
import pathlib
import random
import sqlite3
import time
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.engines import host, server

POSTGRES = pytest.param("postgres", marks=pytest.mark.postgres)
_COUNT = iter(range(1000))


class Place:
    """A data folder and a database."""

    def __init__(self, engine: str, folder: pathlib.Path, served: host.Host) -> None:
        self.home = folder
        self.home.mkdir()
        self.environment = {"FASTI_HOME": str(folder), "FASTI_PAPERS": str(folder.parent)}
        if engine == "postgres":
            self.environment["FASTI_DATABASE"] = server.address(f"fasti_backup_{next(_COUNT)}")
        self._host = served

    def fasti(self, *arguments: object) -> host.Ran:
        return self._host.fasti(self.environment, *arguments)

    def start(self, code: str) -> host.Running:
        return self._host.start(self.environment, code)

    def script(self, code: str) -> Any:
        ran = self._host.script(self.environment, f"from tests.faults import scene\nimport json\n{code}")
        assert ran.returncode == 0, ran.stderr[-3000:]
        return json.loads(ran.stdout) if ran.stdout else None

    def begin(self) -> None:
        self.script("scene.begin()")

    def record(self) -> dict[str, str]:
        """The acts with their hashes, after the proof of everything."""
        found = self.script("print(json.dumps(scene.check(columns=True)))")
        assert found["faults"] == []
        return dict(found["acts"])

    def rows(self) -> dict[str, list[list[Any]]]:
        """Every row of every table, as Django reads it."""
        return dict(self.script(ROWS))


ROWS = """
from django.apps import apps
found = {}
for model in apps.get_app_config("fasti").get_models():
    rows = model._default_manager.order_by("pk").values_list()
    found[model._meta.db_table] = [
        [value if isinstance(value, (dict, list, int, type(None))) else str(value) for value in row] for row in rows
    ]
print(json.dumps(found))
"""
Make = Callable[[str], Place]


@pytest.fixture(scope="module")
def served() -> Iterator[host.Host]:
    with host.Host() as one:
        yield one


@pytest.fixture
def place(tmp_path: pathlib.Path, served: host.Host) -> Make:
    return lambda engine: Place(engine, tmp_path / f"{engine}-{next(_COUNT)}", served)


@pytest.mark.parametrize("there", ["sqlite", POSTGRES])
@pytest.mark.parametrize("here", ["sqlite", POSTGRES])
def test_what_is_restored_is_what_was_backed_up(
    here: str, there: str, place: Make, tmp_path: pathlib.Path
) -> None:
    one, other, file = place(here), place(there), tmp_path / "body.zip"
    one.begin()
    (one.home / "keys").mkdir()
    (one.home / "keys" / "seal.pem").write_text("a key")
    one.script(ODD)
    assert one.fasti("backup", file).returncode == 0
    done = other.fasti("restore", file, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["acts"] == 22
    assert other.rows() == one.rows()
    assert other.record() == one.record()
    assert (other.home / "keys" / "seal.pem").read_text() == "a key"
    assert not list((other.home / "uploads").rglob("*"))
    # It goes on where it was: numbers, chain, ids and the protection of the record.
    assert other.script(GO_ON) == 23
    assert len(other.record()) == 23
    assert "append-only" in other.script(FORBIDDEN)
    again = tmp_path / "again.zip"
    assert other.fasti("backup", again).returncode == 0


ODD = r"""
from tests import cast
from fasti.operations import draft_act
odd = "tab\t, line\n, return\r, back\\slash, \\N, tự do, \U0001f3ee, 'quote', \"more\""
cast.issue(cast.act("NORTH-B", "decision", odd, "2024-02-01", text=odd))
draft_act.draft({"title": odd, "text": odd}, drafted_at=cast.at("2024-02-01").replace(microsecond=50), actor="x")
"""
GO_ON = """
from tests import cast
from fasti.operations import draft_act
draft_act.draft({"title": "Next"}, drafted_at=cast.at("2024-02-02"), actor="x")
print(cast.issue(cast.act("NORTH-B", "decision", "One more", "2024-02-01"))[0].pk)
"""
FORBIDDEN = """
from fasti.acts.models import Act
from django.db import DatabaseError
try:
    Act.objects.update(title="Changed")
except DatabaseError as error:
    print(json.dumps(str(error)))
"""


@pytest.mark.parametrize("engine", ["sqlite", POSTGRES])
def test_a_backup_while_acts_are_issued(engine: str, place: Make, tmp_path: pathlib.Path) -> None:
    """It holds everything acknowledged before it began, and is of one instant."""
    one = place(engine)
    one.begin()
    writer = one.start("from tests.faults import scene; scene.issue(lambda line: print(line, flush=True))")
    try:
        for at in range(3):
            acknowledged = _told(writer, at=4 * (at + 1))
            file = tmp_path / f"{at}.zip"
            assert one.fasti("backup", file).returncode == 0
            other = place(engine)
            assert other.fasti("restore", file).returncode == 0
            found = other.record()
            assert found.items() >= acknowledged.items()
    finally:
        writer.kill()
    assert one.record().items() >= found.items()


def _told(writer: host.Running, *, at: int) -> dict[str, str]:
    """What the writer has acknowledged, as soon as that is so many acts."""
    for _ in range(3000):
        lines = [line.split()[1] for line in writer.stdout().splitlines() if line.startswith("done ")]
        if len(lines) >= at:
            return dict(pair.split("=") for pair in lines)
        time.sleep(0.02)
    raise AssertionError(writer.stderr())


def archive(place: Make, tmp_path: pathlib.Path) -> tuple[pathlib.Path, Place]:
    one, file = place("sqlite"), tmp_path / "body.zip"
    one.begin()
    assert one.fasti("backup", file).returncode == 0
    return file, place("sqlite")


def refused(there: Place, file: pathlib.Path, lang: str = "en") -> str:
    """What the user is told; and there is no body."""
    done = there.fasti("restore", file, "--lang", lang)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert "There is no body here yet" in there.fasti("verify").stderr
    assert not [path for path in there.home.rglob("attachments/*/*") if path.is_file()]
    return done.stderr


def test_an_archive_that_is_not_whole_is_refused(place: Make, tmp_path: pathlib.Path) -> None:
    file, there = archive(place, tmp_path)
    content = file.read_bytes()
    wrong = tmp_path / "wrong.zip"
    for keep in (0, 3, len(content) // 2, len(content) - 1):
        wrong.write_bytes(content[:keep])
        assert "cut short" in refused(there, wrong) or keep < 4
    wrong.write_bytes(content[:-64] + b"0" * 64)
    assert "not as it was written" in refused(there, wrong)
    with zipfile.ZipFile(file) as zipped:
        inside = zipped.getinfo("tables/effect.tsv")
    changed = bytearray(content)
    changed[inside.header_offset + 100] ^= 4
    wrong.write_bytes(changed)
    assert "tables/effect.tsv" in refused(there, wrong)
    assert "tables/effect.tsv" in refused(there, wrong, "vi")
    assert "не является" in refused(there, foreign(tmp_path), "ru")
    assert "nelze přečíst" in refused(there, tmp_path / "nothing.zip", "cs")
    assert there.fasti("restore", file).returncode == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"tables": None},
        {"tables": []},
        {"migrations": []},
        {"tables": {"act; --": {"columns": {}, "rows": 0}}},
    ],
)
def test_an_archive_made_up_and_sealed_is_refused(
    wrong: dict[str, Any], place: Make, tmp_path: pathlib.Path
) -> None:
    from fasti.operations import archive as archives

    file, there = archive(place, tmp_path)
    made = tmp_path / "made.zip"
    with archives.reading(file) as whole, archives.writing(made) as writer:
        for name in whole.names("tables"):
            with writer.member(name) as member:
                member.write(whole.open(name).read())
        said = {key: value for key, value in whole.manifest.items() if key not in ("format", "members")}
        writer.close({**said, **wrong})
    assert archives.MANIFEST in refused(there, made)


def foreign(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "foreign.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("letter.txt", "Dear registrar")
    return path


def test_any_changed_bit_is_found(place: Make, tmp_path: pathlib.Path) -> None:
    """Not by restoring, which takes a process each, but by the same reading of the archive."""
    from fasti.operations import archive as archives

    file, _ = archive(place, tmp_path)
    content, chance = file.read_bytes(), random.Random(11)
    wrong = tmp_path / "wrong.zip"
    for _ in range(300):
        changed = bytearray(content)
        changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        wrong.write_bytes(changed)
        with pytest.raises(archives.NotAnArchive), archives.reading(wrong):
            pass
    with archives.reading(file) as whole:
        assert whole.manifest["heads"]


def test_a_record_that_was_changed_before_the_backup_is_refused(place: Make, tmp_path: pathlib.Path) -> None:
    one, file, there = place("sqlite"), tmp_path / "body.zip", place("sqlite")
    one.begin()
    with sqlite3.connect(one.home / "fasti.sqlite3") as database:
        database.execute("DROP TRIGGER act_no_update")
        database.execute("UPDATE act SET title = 'Slipped in' WHERE id = 3")
    assert one.fasti("backup", file).returncode == 0
    assert "does not stand its proof" in refused(there, file)
    done = there.fasti("restore", file, "--with-faults")
    assert done.returncode == 1
    assert ":" in done.stderr


def test_a_body_is_not_overwritten(place: Make, tmp_path: pathlib.Path) -> None:
    file, there = archive(place, tmp_path)
    there.begin()
    before = there.record()
    done = there.fasti("restore", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is a body here already" in done.stderr
    assert "FASTI_HOME" in done.stderr
    assert there.record() == before


def test_a_backup_is_not_overwritten_and_a_folder_must_be_there(place: Make, tmp_path: pathlib.Path) -> None:
    one, file = place("sqlite"), tmp_path / "body.zip"
    one.begin()
    file.write_text("another")
    for target, words in ((file, "exists already"), (tmp_path / "no" / "body.zip", "could not be written")):
        done = one.fasti("backup", target)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr
    assert file.read_text() == "another"
    assert not list(tmp_path.glob(".*"))


def test_a_lost_attachment_does_not_forbid_a_backup(place: Make, tmp_path: pathlib.Path) -> None:
    one, file, there = place("sqlite"), tmp_path / "body.zip", place("sqlite")
    one.begin()
    next(path for path in one.home.rglob("attachments/*/*") if path.is_file()).unlink()
    done = one.fasti("backup", file)
    assert done.returncode == 1
    assert "missing" in done.stderr
    assert there.fasti("restore", file).returncode == 0


@pytest.mark.parametrize("engine", ["sqlite", POSTGRES])
def test_a_restore_that_is_killed_leaves_no_body(engine: str, place: Make, tmp_path: pathlib.Path) -> None:
    """Whenever it is killed, there is no body or the whole of it, and another restore goes through."""
    file, _ = archive(place, tmp_path)
    there = place(engine)
    outcomes = set()
    for turn in range(8):
        child = there.start(f"from fasti import cli; cli.main(['restore', {str(file)!r}])")
        time.sleep(turn * 0.06)
        child.kill()
        told = there.fasti("verify")
        outcomes.add(told.returncode)
        if told.returncode == 0:
            break
        assert "There is no body here yet" in told.stderr
    if 0 not in outcomes:
        assert there.fasti("restore", file).returncode == 0
    assert len(there.record()) == 21


@pytest.mark.postgres
def test_restore_into_the_database_named(place: Make, tmp_path: pathlib.Path) -> None:
    file, there = archive(place, tmp_path)
    address = server.address(f"fasti_backup_{next(_COUNT)}")
    assert there.fasti("restore", file, "--database", address).returncode == 0
    assert not (there.home / "fasti.sqlite3").exists()
    there.environment["FASTI_DATABASE"] = address
    assert len(there.record()) == 21


def test_an_archive_of_an_older_version_is_brought_up(place: Make, tmp_path: pathlib.Path) -> None:
    """Columns that came later are filled as their migration says."""
    one, older, there = place("sqlite"), tmp_path / "older.zip", place("sqlite")
    one.script(OLDER.format(file=str(older)))
    done = there.fasti("restore", older)
    assert done.returncode == 0, done.stderr
    assert there.fasti("verify").returncode == 0
    newer = tmp_path / "newer.zip"
    one.script(NEWER.format(file=str(newer)))
    assert "newer version" in refused(place("sqlite"), newer)


OLDER = """
import pathlib
from datetime import UTC, datetime
from django.core.management import call_command
from django.db import connection
from fasti.operations import archived_factors, archived_files, backup_body, plain_rows
scene.begin()
call_command("migrate", "fasti", "0003", verbosity=0)
there = {{}}
with connection.cursor() as cursor:
    known = connection.introspection.table_names()
    for table, columns in plain_rows.tables().items():
        found = connection.introspection.get_table_description(cursor, table) if table in known else []
        names = {{column.name for column in found}}
        if names:
            there[table] = {{name: kind for name, kind in columns.items() if name in names}}
plain_rows.tables = lambda: there
archived_files.copy_uploads = lambda writer, home, source: []  # An older version knew of none of these.
archived_files.copy_jobs = lambda writer, home, source: None
archived_factors.write = lambda writer, source: None
backup_body.backup(pathlib.Path({file!r}), taken_at=datetime.now(UTC))
call_command("migrate", verbosity=0)
"""
NEWER = """
import pathlib
from datetime import UTC, datetime
from django.db import connection
from fasti.operations import backup_body
with connection.cursor() as cursor:
    cursor.execute("INSERT INTO django_migrations(app, name, applied) VALUES ('fasti', '9999_later', '2030-01-01')")
backup_body.backup(pathlib.Path({file!r}), taken_at=datetime.now(UTC))
"""


def test_it_is_a_zip_that_others_can_read(place: Make, tmp_path: pathlib.Path) -> None:
    file, _ = archive(place, tmp_path)
    with zipfile.ZipFile(file) as zipped:
        assert zipped.testzip() is None
        manifest = json.loads(zipped.read("manifest.json"))
    assert manifest["charter"] == "template"
    assert manifest["tables"]["act"]["rows"] == 21
    assert manifest["heads"]["NORTH-B"]["sequence"] == 20
    assert set(manifest["members"]) == {each for each in zipped.namelist() if each != "manifest.json"}
    assert oct(file.stat().st_mode)[-3:] == "600"


WORKING = """
import datetime, pathlib
from allauth.mfa.models import Authenticator
from django.conf import settings
from fasti.access import factors
from fasti.acts import uploads
from fasti.operations import draft_act, open_account
from tests import cast
for name, person in (("bruno", "BRUNO"), ("dora", "DORA"), ("emil", "EMIL")):
    open_account.open_account(name, pack=cast.pack(), at=cast.at("2024-02-01"), actor="x", person=person)
from fasti.access.models import Account
of = {each.name: each.pk for each in Account.objects.all()}
used = cast.at("2024-02-01").replace(microsecond=7)
for name, type, data in (
    ("bruno", "totp", {"secret": factors.seal("JBSWY3DP")}),
    ("bruno", "recovery_codes", {"seed": factors.seal("ab"), "used_mask": 5}),
    ("dora", "webauthn", {"name": "Kh\u00f3a\t\\\\", "credential": {"id": 1}}),
):
    Authenticator.objects.create(user_id=of[name], type=type, data=data, last_used_at=used)
for n in range(2):
    file = uploads.take_in(pathlib.Path(settings.HOME), f"plan {n}.txt", [b"the plan %d" % n])
    draft_act.draft({"title": f"D{n}", "attachments": [file.written()]}, drafted_at=cast.at("2024-02-01"), actor="x")
"""
FACTORS = """
from allauth.mfa.models import Authenticator
from fasti.access import factors
fields = ("user__name", "type", "data", "created_at", "last_used_at")
rows = Authenticator.objects.order_by("user__name", "type").values_list(*fields)
print(json.dumps({
    "rows": [[str(value) if hasattr(value, "year") else value for value in row] for row in rows],
    "closed": factors.closed(),
}))
"""
FILES = """
import pathlib
from django.conf import settings
from fasti.acts import uploads
from fasti.acts.models import Draft
print(json.dumps({draft.content["title"]: [uploads.path(pathlib.Path(settings.HOME), key).read_text()
    for key in uploads.keys_of(draft.content)] for draft in Draft.objects.filter(issued_as=None)}))
"""


@pytest.mark.parametrize("there", ["sqlite", POSTGRES])
@pytest.mark.parametrize("here", ["sqlite", POSTGRES])
def test_drafts_come_back_with_their_files_and_accounts_with_their_second_factors(
    here: str, there: str, place: Make, tmp_path: pathlib.Path
) -> None:
    one, other, file = place(here), place(there), tmp_path / "body.zip"
    one.begin()
    one.script(WORKING)
    kept = one.script(FACTORS)
    assert (len(kept["rows"]), kept["closed"]) == (3, [])
    assert one.fasti("backup", file).returncode == 0
    with zipfile.ZipFile(file) as zipped:
        assert (one.home / "web.key").read_bytes() not in b"".join(map(zipped.read, zipped.namelist()))
    # Another installation has another key: it says whose apps it cannot check.
    done = other.fasti("restore", file, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["closed"] == ["bruno"]
    assert "bruno" in done.stderr
    assert "account forget" in done.stderr
    assert other.script(FILES) == one.script(FILES) == {"D0": ["the plan 0"], "D1": ["the plan 1"]}
    assert other.script(FACTORS) == {"rows": kept["rows"], "closed": ["bruno"]}
    # With the key of the first one put back, everybody signs in as before.
    (other.home / "web.key").write_bytes((one.home / "web.key").read_bytes())
    assert other.script(FACTORS) == kept
    again = tmp_path / "again.zip"
    assert other.fasti("backup", again).returncode == 0


def test_a_file_of_a_draft_that_is_lost_is_named(place: Make, tmp_path: pathlib.Path) -> None:
    one, file, there = place("sqlite"), tmp_path / "body.zip", place("sqlite")
    one.begin()
    one.script(WORKING)
    next(path for path in sorted(one.home.rglob("uploads/*/*")) if path.is_file()).unlink()
    done = one.fasti("backup", file)
    assert done.returncode == 1
    assert "plan " in done.stderr
    assert there.fasti("restore", file).returncode == 0


def test_a_draft_issued_while_the_backup_is_made_keeps_its_file(place: Make, tmp_path: pathlib.Path) -> None:
    """At the instant of the backup it was a draft; so it is one again, with the file that the act has taken over."""
    one, file, there = place("sqlite"), tmp_path / "body.zip", place("sqlite")
    one.begin()
    one.script(MEANWHILE.format(file=str(file)))
    assert there.fasti("restore", file).returncode == 0
    assert there.script(FILES) == {"On the board": ["the plan"]}


MEANWHILE = """
import pathlib
from datetime import UTC, datetime
from django.conf import settings
from fasti.acts import uploads
from fasti.acts.models import Act
from fasti.operations import archived_files, backup_body, draft_act, issue_draft
from tests import cast
home = pathlib.Path(settings.HOME)
taken = uploads.take_in(home, "plan.txt", [b"the plan"])
content = cast.act("NORTH-B", "decision", "On the board", "2024-02-01", attachments=[taken.written()])
kept = draft_act.draft(content, drafted_at=cast.at("2024-02-01"), actor="x")
before = archived_files.copy_uploads

def later(*given):
    # The snapshot is taken, the files are not copied yet.
    issue_draft.issue(kept.id, version=None, pack=cast.pack(), recorded_at=cast.at("2024-02-01"), actor="x")
    assert not uploads.path(home, taken.key).exists()
    return before(*given)

archived_files.copy_uploads = later
done = backup_body.backup(pathlib.Path({file!r}), taken_at=datetime.now(UTC))
assert done.missing_uploads == ()
"""
