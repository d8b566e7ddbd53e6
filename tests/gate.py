"""The one gate: style, types, rooms, security, documents, tests. `./fasti check` runs every step to its end.

`./fasti check types rooms` runs only the steps named. The output of a step is shown when it fails; the tests
run last and show their own, so that pytest's closing line ends a clean run. The exit code is 0 only when
every step passed.
"""

from __future__ import annotations

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
MINUTES = 54
"""After this long the tests are interrupted, so that they still report."""


def tool(name: str) -> list[str]:
    """The command of a package installed beside this interpreter."""
    return [shutil.which(name, path=str(pathlib.Path(sys.executable).parent)) or name]


SIDE_BY_SIDE = ("--numprocesses=logical", "--maxprocesses=4", "--dist=loadfile", "--no-loadscope-reorder")
"""A process for each processor, the tests of one file in one of them, the longest first; as in `./fasti test`."""
PYTHON = [sys.executable, "-m"]
STEPS = {
    "format": [*PYTHON, "ruff", "format", "--check", ".", "fasti"],
    "style": [*PYTHON, "ruff", "check", ".", "fasti"],
    "types": [*PYTHON, "mypy"],
    "rooms": [*tool("lint-imports"), "--no-cache"],
    "security": [*PYTHON, "bandit", "-q", "-c", "pyproject.toml", "-r", "src"],
    "documents": [*PYTHON, "pytest", "tests/docs"],
    "tests": [*PYTHON, "pytest", "--ignore=tests/docs", *SIDE_BY_SIDE],
}
"""Step to command, in order. The last one shows its output as it comes."""


def passed_quietly(command: list[str]) -> bool:
    """Run a step; its output is printed only when it fails."""
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode:
        print(result.stdout)
    return result.returncode == 0


def passed_openly(command: list[str]) -> bool:
    """Run a step with its output as it comes; after `MINUTES` it is interrupted, which counts as failed."""
    step = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "FASTI_CAMPAIGN": "1"})
    try:
        return step.wait(MINUTES * 60) == 0
    except subprocess.TimeoutExpired:
        print(f"check: not done after {MINUTES} minutes; interrupting", flush=True)
        step.send_signal(signal.SIGINT)
        step.wait()
        return False


def run(name: str) -> bool:
    """Run one step and print its result."""
    print(f"check: {name} ...", flush=True)
    if name == "tests":
        return passed_openly(STEPS[name])
    started = time.monotonic()
    passed = passed_quietly(STEPS[name])
    seconds = time.monotonic() - started
    print(f"check: {name} {'passed' if passed else 'FAILED'} ({seconds:.1f} s)", flush=True)
    return passed


def main(names: list[str]) -> int:
    """Run the steps named, or all; 0 when all passed, 1 when one failed, 2 for an unknown name."""
    unknown = sorted(set(names) - set(STEPS))
    if unknown:
        print(f"check: no step {', '.join(unknown)}; the steps are {', '.join(STEPS)}", file=sys.stderr)
        return 2
    failed = [name for name in names or STEPS if not run(name)]
    if failed:
        print(f"check: failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
