"""Fills the disk up and works on: a file system of a few megabytes of its own, where the system lets us have one.

`python -m tests.faults.filling WORK` with FASTI_HOME naming an empty folder. Free room is taken away until only so
many bytes are left, from none to some; each time the command is given in another language. Either it is done, or it
says in a sentence that there is no room and leaves everything as it was. Then room is made and it must be done.
Prints what happened as JSON, and whether the disk was a real one or only a limit to the size of files.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
from typing import Any

from tests.engines import writers
from tests.faults import scene

SIZE = "24m"
ROOM = (0, 0, 0, 0, 4, 16, 40, 96, 200, 400)
"""Kilobytes left free: none at all once in every language."""
LANGUAGES = ("en", "vi", "ru", "cs")
ON_ITS_OWN = ("unshare", "--user", "--map-root-user", "--mount")


def can_mount() -> bool:
    """Whether a process may have a small disk of its own here, without leave of the system's keeper."""
    tried = [*ON_ITS_OWN, "mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", "/mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(tried, capture_output=True).returncode == 0


def command(work: str) -> list[str]:
    """The command that does the work, and what it works on made ready."""
    papers = pathlib.Path(os.environ["FASTI_PAPERS"])
    content = next(scene.drafts(scene.next_()))
    if work == "rebuilding":
        return ["rebuild"]
    if work == "refreshing":
        from tests import cast

        cast.issue(content)
        return ["figure", "acts.issued", "--unit", "GLK", "--period", "2024-H1"]
    if work == "importing":
        return ["import", str(sheets(papers / "sheets", scene.next_()))]
    # A long text and a file that is new, so that room is needed for both.
    paper = papers / "long.txt"
    paper.write_text(f"{scene.next_()}\n" * 20_000)
    file = papers / "act.json"
    file.write_text(json.dumps({**content, "text": "words " * 4_000, "attachments": [str(paper)]}), "utf-8")
    return ["act", "issue", str(file)]


def sheets(folder: pathlib.Path, first: int) -> pathlib.Path:
    """A folder of tables: an act with forty new members."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    act = ["A1", "NORTH-B", "decision", "Forty", scene.DAY, "BRUNO", "NORTH-B.chair", "en"]
    head = "act,issuer,type,title,signed_on,signer,signer_post,language"
    (folder / "acts.csv").write_text(f"{head}\n{','.join(act)}\n", "utf-8")
    rows = [f"A1,I{first}-{n},ALDER,full,{scene.DAY},Tự,Số {n},F,1990-01-01" for n in range(40)]
    head = "act,person,unit,stage,on,family_name,given_name,sex,born_on"
    (folder / "people.csv").write_text("\n".join([head, *rows, ""]), "utf-8")
    return folder


def ran(arguments: list[str], lang: str) -> dict[str, Any]:
    """The exit code of a command and what it said to the user."""
    from fasti import cli

    said, failed = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(failed):
        code = cli.main([*arguments, "--lang", lang])
    return {"code": code, "said": said.getvalue(), "failed": failed.getvalue()}


class Disk:
    """The small disk: fill it but for some kilobytes, and empty it again."""

    def __init__(self, folder: pathlib.Path, *, is_real: bool) -> None:
        self.is_real = is_real
        self._filler = folder / "filler"
        if is_real:
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder], check=True)

    def fill(self, left: int) -> None:
        if not self.is_real:
            return
        with contextlib.suppress(OSError), self._filler.open("ab", buffering=0) as filler:
            while filler.write(b"x" * 4096):
                pass
        os.truncate(self._filler, max(0, self._filler.stat().st_size - left * 1024))

    def limit(self, left: int) -> None:
        """In the working process: where there is no small disk, no file may grow beyond what is there now."""
        if self.is_real:
            return
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        largest = max((each.stat().st_size for each in scene.home().rglob("*") if each.is_file()), default=0)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + left * 1024, resource.RLIM_INFINITY))

    def empty(self) -> None:
        self._filler.unlink(missing_ok=True)


def run(work: str, disk: Disk) -> dict[str, Any]:
    """Take the room away bit by bit, then give it back."""
    writers.forked(scene.begin)()
    full: list[str] = []
    done = 0
    for turn, left in enumerate(ROOM):
        lang = LANGUAGES[turn % 4]
        arguments = writers.forked(lambda: command(work))()
        before = writers.forked(scene.check)()
        disk.fill(left)
        found = writers.forked(
            lambda left=left, a=arguments, lang=lang: (disk.limit(left), ran(a, lang))[1]
        )()
        disk.empty()
        after = writers.forked(lambda: scene.check(columns=True))()
        assert after["faults"] == [], after["faults"]
        new = len(after["acts"]) - len(before["acts"])
        assert before["acts"].items() <= after["acts"].items(), "an act that was there is not there any more"
        if found["code"] == 0:
            assert bool(new) == (work in ("issuing", "importing")), f"{new} acts with {left} KB left"
            done += 1
        else:
            assert (found["code"], new) == (2, 0), f"{found} {new}"
            assert is_sentence(found["failed"], lang, disk), found["failed"]
            full.append(found["failed"].strip())
    last = writers.forked(lambda: ran(command(work), "en"))()
    assert last["code"] == 0, last
    assert writers.forked(lambda: scene.check(columns=True, figures=True))()["faults"] == []
    return {"real": disk.is_real, "full": full, "done": done}


def is_sentence(failed: str, lang: str, disk: Disk) -> bool:
    """Whether the user was told that there is no room, in the language asked for, and nothing but that.

    A limit to the size of files reaches SQLite as a broken disk; then it is told as that.
    """
    from fasti import words

    allowed = ["cli-disk-full", *([] if disk.is_real else ["cli-database-failed"])]
    for message in allowed:
        before, after = words.say(message, lang, detail="#").split("#")
        if failed.startswith(before) and failed.strip().endswith(after):
            return True
    return False


if __name__ == "__main__":
    scene.load()
    is_real = os.environ["FASTI_DISK"] == "real"
    print(json.dumps(run(sys.argv[1], Disk(scene.home(), is_real=is_real)), ensure_ascii=False))
