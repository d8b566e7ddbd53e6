"""One mistake per file: the pack is refused with the code, the file and the line; see tests/bad_packs/README.md."""

from __future__ import annotations

import pathlib
import shutil
from typing import Any

import pytest
import yaml

from fasti import charter
from fasti.charter import findings

BAD = sorted((pathlib.Path(__file__).parents[1] / "bad_packs").glob("*.yaml"))
TEMPLATE = charter.PACKS / "template"


def spoil(folder: pathlib.Path, mistake: dict[str, Any]) -> None:
    """Make the mistake in a copy of the template pack."""
    target = folder / mistake["file"]
    if "by" not in mistake:
        target.unlink()
    elif "replace" not in mistake:
        target.write_text(mistake["by"], encoding="utf-8")
    else:
        text = target.read_text(encoding="utf-8")
        assert mistake["replace"] in text, "the template no longer holds the text to replace"
        target.write_text(text.replace(mistake["replace"], mistake["by"], 1), encoding="utf-8")


@pytest.fixture
def copy(tmp_path: pathlib.Path) -> pathlib.Path:
    return pathlib.Path(shutil.copytree(TEMPLATE, tmp_path / "template"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_the_mistake_is_refused_where_it_stands(path: pathlib.Path, copy: pathlib.Path) -> None:
    mistake = yaml.safe_load(path.read_text(encoding="utf-8"))
    spoil(copy, mistake)
    with pytest.raises(charter.BadPack) as refused:
        charter.load(copy)
    found = [
        each
        for each in refused.value.findings
        if (each.code, each.file) == (mistake["code"], mistake.get("found_in", mistake["file"]))
    ]
    assert found, str(refused.value)
    if "at" in mistake:
        lines = (copy / found[0].file).read_text(encoding="utf-8").splitlines()
        assert any(mistake["at"] in lines[each.line - 1] for each in found), str(refused.value)
    assert all(each.message and each.remedy for each in found)


def test_at_least_28_kinds_of_mistake_and_every_code_has_one() -> None:
    codes = {yaml.safe_load(path.read_text(encoding="utf-8"))["code"] for path in BAD}
    assert len(codes) >= 28
    assert codes == findings.SENTENCES.keys() - {"pack-missing"}


def test_all_mistakes_are_named_at_once(copy: pathlib.Path) -> None:
    for name in (
        "parent_unknown",
        "signer_unknown",
        "word_missing",
        "verified_not_yes_or_no",
        "column_unknown",
    ):
        spoil(copy, yaml.safe_load((BAD[0].parent / f"{name}.yaml").read_text(encoding="utf-8")))
    found = charter.check(copy)
    assert {each.file for each in found} >= {"units.yaml", "authority.yaml", "values.yaml"}
    assert list(found) == sorted(found)


def test_a_pack_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(charter.BadPack, match="template"):
        charter.load("atlantis")


def test_a_mended_pack_loads_after_a_refusal(copy: pathlib.Path) -> None:
    spoil(copy, yaml.safe_load((BAD[0].parent / "signer_unknown.yaml").read_text(encoding="utf-8")))
    with pytest.raises(charter.BadPack):
        charter.load(copy)
    shutil.copytree(TEMPLATE, copy, dirs_exist_ok=True)
    assert charter.load(copy).version == charter.load("template").version
