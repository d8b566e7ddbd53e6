"""The web application as a process of its own, and a real browser that is signed in as whom one likes."""

from __future__ import annotations

import json
import os
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


@dataclass(frozen=True)
class Served:
    """Where the application answers, and the sessions of its accounts by the code of the person."""

    address: str
    sessions: dict[str, str]
    home: pathlib.Path


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The guild after some years, served."""
    home = tmp_path_factory.mktemp("served")
    surroundings = {**os.environ, "FASTI_HOME": str(home), "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}
    surroundings.pop("FASTI_DATABASE", None)
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.body"],
        env=surroundings,
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "fasti", "serve", "--port", str(port)],
        env=surroundings, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    address = f"http://localhost:{port}"
    try:
        _wait(address, process)
        yield Served(address, json.loads(made.stdout), home)
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}/health/", timeout=1)  # nosec B310 - our own server
            return
        except OSError:
            if process.poll() is not None:
                raise RuntimeError(process.stderr.read().decode() if process.stderr else "") from None
            time.sleep(0.1)
    raise RuntimeError("the application did not begin to answer")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread, where Django otherwise refuses to work.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


OpenPage = Callable[..., Any]


@pytest.fixture
def page_of(served: Served, browser: Any) -> Iterator[OpenPage]:
    """A page of a browser signed in as a person: `page_of("BRUNO", lang="ru", scheme="dark", width=360)`."""
    contexts: list[Any] = []

    def opened(
        role: str = "",
        *,
        lang: str = "en",
        scheme: str = "light",
        width: int = 1440,
        has_scripts: bool = True,
    ) -> Any:
        context = browser.new_context(
            base_url=served.address, color_scheme=scheme, viewport={"width": width, "height": 900},
            locale=lang, timezone_id="UTC", java_script_enabled=has_scripts,
        )  # fmt: skip
        contexts.append(context)
        cookies = [{"name": "fasti_lang", "value": lang, "url": served.address}]
        if role:
            cookies.append({"name": "fasti_session", "value": served.sessions[role], "url": served.address})
        context.add_cookies(cookies)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda told: page.complaints.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
