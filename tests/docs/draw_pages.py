"""Draws the pictures of six pages for the README and the documents: docs/pictures/page-*.png.

Run `./fasti demo --no-serve` first, then `python -m tests.docs.draw_pages FOLDER` with the data folder. A copy of the
body is served and looked at; the body itself stays as it is.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.browser import conftest as served

ROOT = served.ROOT
PICTURES = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 1440, 940
LARGEST = 250_000
"""Bytes of a picture."""
PROVINCE, ORGAN, PERSON, POST = "VN-09", "VN-09-TU", "P003464", "VN-09-BTCTU-PTB"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as one account sees it."""

    name: str
    account: str
    lang: str
    address: str
    scheme: str = "light"


PAGES = (
    Picture("home", "province", "vi", "/"),
    Picture("unit", "secretary", "vi", f"/units/{PROVINCE}/?as_of=2024-06-30"),
    Picture("act", "secretary", "vi", "/acts/{act}/"),
    Picture("draft", "deputy", "en", "/drafts/{draft}/", "dark"),
    Picture("report", "centre", "ru", "/reports/?form=half-year&unit=cluster-2&period=2024-H1"),
    Picture("person", "province", "cs", f"/people/{PERSON}/", "dark"),
)


def main() -> int:
    """Draw them all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("home", type=pathlib.Path, help="the data folder of the sample body")
    parser.add_argument("--sessions", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.sessions:
        print(json.dumps(prepared()))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder) / "home"
        shutil.copytree(asked.home, home)
        with serving(home) as (address, known):
            draw(address, known)
    return 0


def prepared() -> dict[str, str]:
    """In a process of its own: a session for each account, by its name, and the ids of the act and of a new draft."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    import django

    django.setup()
    from fasti.acts.models import Act

    found = {each.account: _session(each.account) for each in PAGES}
    acts = Act.objects.filter(issuer__code=ORGAN, type="decision", title__startswith="Bổ nhiệm")
    act = acts.latest("signed_on", "id")
    return {**found, "act": str(act.id), "draft": str(_draft())}


def _session(name: str) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from fasti.access.models import Account

    account = Account.objects.get(name=name)
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.save()
    return str(store.session_key)


def _draft() -> int:
    """An appointment that the deputy head has begun."""
    from fasti import charter
    from fasti.access import actor, sight
    from fasti.access.models import Account
    from fasti.acts.models import Body
    from fasti.operations import draft_act
    from fasti.register import signers
    from fasti.subjects.models import Unit
    from fasti.web import asked

    now, pack = asked.now(), charter.load(Body.objects.get().pack)
    seen = sight.of_account(Account.objects.get(name="deputy"), pack=pack, day=now.date())
    issuer = Unit.objects.get(code=ORGAN)
    signer = signers.signers(pack=pack, issuer=issuer.id, act_type="decision", as_of=now.date())[0]
    content = {
        "issuer": ORGAN,
        "type": "decision",
        "title": "Bổ nhiệm Phó Trưởng ban Tổ chức Tỉnh ủy",
        "language": "vi",
        "signed_on": now.date().isoformat(),
        "signer": signer.person,
        "signer_post": signer.post,
        "effects": [{"kind": "APPOINT", "person": PERSON, "post": POST}],
    }
    return draft_act.draft(content, drafted_at=now, actor=actor.signed_in(seen)).id


@contextmanager
def serving(home: pathlib.Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The application on a body; its address, and what `prepared` says."""
    surroundings = {**os.environ, "FASTI_HOME": str(home), "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    surroundings.pop("FASTI_DATABASE", None)
    command = [sys.executable, "-m", "tests.docs.draw_pages", str(home), "--sessions"]
    made = subprocess.run(command, env=surroundings, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    port = served._free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "fasti", "serve", "--port", str(port)],
        env=surroundings, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        served._wait(f"http://localhost:{port}", process)
        yield f"http://localhost:{port}", json.loads(made.stdout)
    finally:
        process.terminate()
        process.wait(20)


def draw(address: str, known: dict[str, str]) -> None:
    """One picture after the other; says how large each is."""
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=served.FLAGS)
        for picture in PAGES:
            file = PICTURES / f"page-{picture.name}.png"
            context = browser.new_context(
                base_url=address, color_scheme=picture.scheme, viewport={"width": WIDTH, "height": HEIGHT}
            )
            context.add_cookies([{"name": "fasti_session", "value": known[picture.account], "url": address}])
            _drawn(context.new_page(), picture, known).screenshot(path=file)
            context.close()
            size = file.stat().st_size
            print(f"{file.relative_to(ROOT)}: {size:,} bytes{'' if size < LARGEST else ', TOO LARGE'}")
        browser.close()


def _drawn(page: Any, picture: Picture, known: dict[str, str]) -> Any:
    """The page in its language and at rest."""
    page.goto("/rights/")
    page.locator("button.me").click()
    page.locator(f"#acc button[name=language][value={picture.lang}]").click()
    address = re.sub(r"\{(\w+)\}", lambda match: known[match[1]], picture.address)
    answer = page.goto(address, wait_until="networkidle")
    assert answer.status == 200, f"{address}: {answer.status}"
    return page


if __name__ == "__main__":
    sys.exit(main())
