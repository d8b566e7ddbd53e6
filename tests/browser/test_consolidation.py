"""The cluster's consolidated report goes from 13 of 14 to 14 of 14; a narrative report is read beside the register."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from fasti import words
from tests.browser import conftest
from tests.browser.test_journeys import button, link

pytestmark = [pytest.mark.browser, pytest.mark.campaign]

RETURN = "/returns/half-year/2024-H2/VN-20/"
REPORT = "/reports/?form=half-year&unit=cluster-2&period=2024-H2&lang=en"
TEXT = """BÁO CÁO kết quả công tác 6 tháng đầu năm 2024
Trong 6 tháng đầu năm 2024, Cụm đã ban hành 5 đề án, 14 nghị quyết, kết luận.
Đã bổ nhiệm 216 đồng chí.
"""


@pytest.fixture(scope="module")
def sample(sample_home: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[conftest.Served]:
    """A copy of the sample body, served."""
    home = tmp_path_factory.mktemp("cluster") / "body"
    shutil.copytree(sample_home, home)
    root = conftest.ROOT
    surroundings = {**os.environ, "FASTI_HOME": str(home), "PYTHONPATH": f"{root}:{root / 'src'}"}
    surroundings.pop("FASTI_DATABASE", None)
    opened = subprocess.run(
        [sys.executable, "-m", "tests.browser.sample"], env=surroundings, cwd=root, check=True, stdout=subprocess.PIPE
    )  # fmt: skip
    port = conftest._free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "fasti", "serve", "--port", str(port)],
        env=surroundings, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    address = f"http://localhost:{port}"
    try:
        conftest._wait(address, process)
        yield conftest.Served(address, json.loads(opened.stdout), home)
    finally:
        process.terminate()
        process.wait(20)


def page_of(browser: Any, sample: conftest.Served, role: str) -> Any:
    context = browser.new_context(base_url=sample.address, locale="en", timezone_id="UTC")
    context.add_cookies([
        {"name": "fasti_lang", "value": "en", "url": sample.address},
        {"name": "fasti_session", "value": sample.sessions[role], "url": sample.address},
    ])  # fmt: skip
    context.set_default_timeout(90_000)  # The first report of a body reads its whole record.
    return context.new_page()


def lead(n: int) -> str:
    return words.say("report-returns-lead", "en", n=n, m=14)


def test_the_last_return_completes_the_cluster_and_its_narrative_is_read(
    browser: Any, sample: conftest.Served, tmp_path: pathlib.Path
) -> None:
    above, below = page_of(browser, sample, "above"), page_of(browser, sample, "below")
    above.goto(REPORT)
    returns = above.locator("#returns")
    expect(returns).to_contain_text(lead(13))
    expect(returns).to_contain_text("Thai Binh (sent back)")
    expect(returns.get_by_text("(partial)").first).to_be_visible()

    below.goto(RETURN)
    link(below, "returns-correct").click()
    for id, value in (("petitions.received", "14"), ("petitions.settled", "12"), ("petitions.pending", "7")):
        below.locator(f'[name="declared-{id}"]').fill(value)
    below.locator('[name="declared-inspections.done"]').fill("11")
    button(below, "returns-save-submit").click()
    below.get_by_role("button", name=re.compile("^Hand in to")).click()
    expect(below.get_by_text("handed in", exact=True).first).to_be_visible()

    above.goto(f"{RETURN}answer/")
    above.get_by_role("button", name=words.say("web-returns-accept", "en", n=2)).click()
    expect(above.get_by_text("accepted", exact=True).first).to_be_visible()
    above.goto(REPORT)
    expect(returns).to_contain_text(lead(14))
    expect(returns.get_by_text("(partial)")).to_have_count(0)

    narrative = tmp_path / "narrative.txt"
    narrative.write_text(TEXT, encoding="utf-8")
    above.goto("/readings/?unit=cluster-2&period=2024-H1")
    above.locator("#file").set_input_files(narrative)
    button(above, "readings-read").click()
    link(above, "readings-open").click()  # The page of the job looks for itself until it is done.
    expect(above.locator(".verdict--differs")).to_contain_text("12")
    expect(above.locator(".verdict--agrees")).to_have_count(2)
