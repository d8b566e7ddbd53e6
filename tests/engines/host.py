"""Runs commands and pieces of code in processes of their own, each ready at once: forked from one that has everything
read. Each names the data folder and the database it works on.

The host is itself a process (`python -m tests.engines.host`): the tests' own has threads by then and is not forked.
"""

from __future__ import annotations

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[2]
Environment = Mapping[str, str]


@dataclass(frozen=True)
class Ran:
    """A process that has ended."""

    returncode: int
    stdout: str
    stderr: str


class Running:
    """A process that works until it is killed."""

    def __init__(self, owner: Host, pid: int, out: pathlib.Path) -> None:
        self._owner, self._pid, self._out = owner, pid, out

    def stdout(self) -> str:
        """What it has said until now."""
        return self._out.read_text("utf-8")

    def stderr(self) -> str:
        """What it has complained of until now."""
        return self._out.with_suffix(".err").read_text("utf-8")

    def kill(self) -> None:
        """End it at once (SIGKILL), wherever it is."""
        self._owner.ask({"kill": self._pid})


class Host:
    """The process that forks. Use as a context."""

    def __enter__(self) -> Host:
        self._folder = tempfile.TemporaryDirectory(prefix="fasti-host-")
        given = {**os.environ, "DJANGO_SETTINGS_MODULE": "fasti.settings", "PYTHONPATH": str(ROOT)}
        given |= {"FASTI_HOME": self._folder.name}
        self._process = subprocess.Popen([sys.executable, "-m", "tests.engines.host"], cwd=ROOT, env=given, text=True,
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # fmt: skip
        self._num = 0
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()
        self._folder.cleanup()

    def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """One request, one answer."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))

    def fasti(self, environment: Environment, *arguments: object) -> Ran:
        """A command of the command line."""
        code = f"import sys; from fasti import cli; sys.exit(cli.main({[str(each) for each in arguments]!r}))"
        return self.script(environment, code)

    def script(self, environment: Environment, code: str) -> Ran:
        """A piece of code, until its end."""
        out = self._out()
        done = self.ask({"code": code, "environment": dict(environment), "out": str(out), "wait": True})
        return Ran(done["status"], out.read_text("utf-8"), out.with_suffix(".err").read_text("utf-8"))

    def start(self, environment: Environment, code: str) -> Running:
        """A piece of code that goes on until it is killed."""
        out = self._out()
        done = self.ask({"code": code, "environment": dict(environment), "out": str(out), "wait": False})
        return Running(self, done["pid"], out)

    def _out(self) -> pathlib.Path:
        self._num += 1
        out = pathlib.Path(self._folder.name) / f"{self._num}.out"
        out.touch()
        out.with_suffix(".err").touch()
        return out


def serve() -> None:
    """Answer requests until there are no more."""
    for line in sys.stdin:
        request = json.loads(line)
        if "kill" in request:
            os.kill(request["kill"], signal.SIGKILL)
            os.waitpid(request["kill"], 0)
            answer = {}
        else:
            child = os.fork()
            if child == 0:
                _become(request)
            answer = {"pid": child}
            if request["wait"]:
                answer["status"] = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(json.dumps(answer), flush=True)


def _become(request: Mapping[str, Any]) -> None:
    """In the child: take the place named, run the code, end."""
    for number, suffix in ((1, ".out"), (2, ".err")):
        path = pathlib.Path(request["out"]).with_suffix(suffix)
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    status = 1
    try:
        _settle(request["environment"])
        exec(compile(request["code"], "<request>", "exec"), {"__name__": "__main__"})
        status = 0
    except SystemExit as ended:
        status = int(ended.code or 0)
    except BaseException:  # the process ends here whatever happens, and says why
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _settle(environment: Environment) -> None:
    """Work on the data folder and the database named."""
    from django.conf import settings
    from django.db import connections

    from fasti.surroundings import database, secret

    os.environ.pop("FASTI_DATABASE", None)
    os.environ.update(environment)
    settings.HOME = pathlib.Path(environment["FASTI_HOME"])
    settings.SECRET_KEY = secret(settings.HOME)
    address = environment.get("FASTI_DATABASE") or f"sqlite:///{settings.HOME / 'fasti.sqlite3'}"
    del connections["default"]  # Made when the models were read; it was never opened.
    unset = {"OPTIONS": {}, "HOST": "", "PORT": "", "USER": "", "PASSWORD": "", "CONN_MAX_AGE": 0}
    connections.settings["default"] |= unset | database(address)
    settings.DATABASES["default"] = connections.settings["default"]
    connections["default"].close()
    del connections["default"]  # made while the models were read, by the engine of the surroundings


if __name__ == "__main__":
    from tests.faults import scene

    scene.load()
    serve()
