"""Passkeys in a real browser with an authenticator of its own, at the very address that `fasti serve` prints."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from fasti import words
from tests.browser.body import PASSWORD
from tests.browser.conftest import ROOT, Served

pytestmark = pytest.mark.browser
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip
"""A device that asks for a finger, and gets it."""


def said(message: str, **given: Any) -> str:
    return words.say(f"web-account-{message}", "en", **given)


@pytest.fixture
def printed(served: Served) -> Iterator[str]:
    """The address that the command prints, for the body of the other tests."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    surroundings = {**os.environ, "FASTI_HOME": str(served.home), "PYTHONPATH": str(ROOT / "src")}
    surroundings.pop("FASTI_DATABASE", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "fasti", "serve", "--port", str(port)],
        env=surroundings, cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        (address,) = re.findall(r"http://\S+", process.stdout.readline())
        yield address
    finally:
        process.terminate()
        process.wait(20)


@pytest.mark.parametrize("by_number", [False, True])
def test_a_passkey_is_added_and_signs_in_alone_at_the_printed_address(
    printed: str, browser: Any, by_number: bool
) -> None:
    page = browser.new_page(locale="en")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    start = printed.replace("localhost", "127.0.0.1") if by_number else printed
    page.goto(f"{start}account/login/")
    assert page.url.startswith("http://localhost:"), "where passkeys are known"
    page.locator("[name=login]").fill("emil")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url(printed)
    page.goto(f"{printed}account/two-factor/webauthn/add/")
    page.get_by_label(said("key-name")).fill("Office computer")
    page.get_by_label(said("key-alone")).check()
    page.get_by_role("button", name=said("key-add")).click()
    expect(page.get_by_text(said("said-key-added"))).to_be_visible()
    page.goto(f"{printed}account/")
    expect(page.get_by_text(said("keys-num", n=1))).to_be_visible()
    page.locator("button.me").click()
    page.locator("#acc").get_by_role("button", name=words.say("web-sign-out", "en")).click()
    page.goto(f"{printed}account/login/?next=/account/")
    page.get_by_role("button", name=said("by-key")).click()
    expect(page).to_have_url(f"{printed}account/")
    page.goto(f"{printed}account/two-factor/webauthn/")
    page.get_by_role("link", name=said("key-remove")).click()
    page.get_by_role("button", name=said("key-remove-do")).click()
    expect(page.get_by_text(said("said-key-removed"))).to_be_visible()
    page.context.close()
