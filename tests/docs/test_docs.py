"""The documents tell the truth: what exists has its page or row, pages are current, links lead somewhere."""

from __future__ import annotations

import pathlib
import re
import subprocess

import pytest
import yaml

from tests.docs import generate_reference as reference
from tests.docs.reference import commands, markdown, operations, packs

ROOT = markdown.ROOT
FOLLOW_ONE_ACT = [
    "src/fasti/cli/act.py",
    "src/fasti/operations/issue_act.py",
    "src/fasti/acts/rules.py",
    "src/fasti/effects/appoint.py",
    "src/fasti/register/models.py",
    "src/fasti/indicators/compute.py",
    "src/fasti/reports/assemble.py",
]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def page(name: str) -> str:
    return (markdown.PAGES / name).read_text(encoding="utf-8")


def documents() -> list[pathlib.Path]:
    """Every Markdown file of the project that git would take."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    return [ROOT / name for name in listed if (ROOT / name).exists()]


# -- reference pages -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", reference.WRITERS)
def test_reference_page_is_current(name: str) -> None:
    assert reference.is_current(name), f"run: python tests/docs/generate_reference.py {name}"


def test_every_operation_has_a_row() -> None:
    assert operations.operation_files()
    for path in operations.operation_files():
        assert f"| `{path.stem}` |" in page("operations.md")
        assert len(markdown.opening(path)) > 20, f"{path.name} does not say what it does"


def test_every_effect_has_a_section() -> None:
    from fasti.effects import kinds as table

    schema = yaml.safe_load((markdown.SRC / "charter/schemas/acts.yaml").read_text(encoding="utf-8"))
    assert set(schema["properties"]["effects"]["propertyNames"]["enum"]) == set(table.KINDS)
    for kind in table.KINDS:
        assert f"\n## {kind}\n" in page("effects.md")


def test_every_effect_file_is_in_the_table() -> None:
    from fasti.effects import kinds

    declared = {
        path.stem
        for path in (markdown.SRC / "effects").glob("*.py")
        if re.search(r"^    KIND\b.*=", path.read_text(encoding="utf-8"), re.M) and path.stem != "kinds"
    }
    assert declared == {kind.__module__.rsplit(".", 1)[1] for kind in kinds.KINDS.values()}


def test_every_finding_has_a_row() -> None:
    from fasti import words
    from fasti.charter import findings

    for code in [*words.FINDINGS, *findings.SENTENCES]:
        assert f"| `{code}` |" in page("findings.md")


def test_every_finding_raised_has_its_sentence() -> None:
    """`Finding("code", ...)` and `found("code", ...)` anywhere in the code name a code that can be said."""
    from fasti import words

    raised = {
        code
        for path in markdown.SRC.rglob("*.py")
        for code in re.findall(r"\b(?:Finding|found)\(\s*\"([a-z-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert raised
    assert raised - set(words.FINDINGS) == set()


def test_every_command_has_a_section_that_says_what_it_does() -> None:
    leaves = list(commands.leaves(commands.whole_parser()))
    assert len(leaves) > 10
    for name, said, _ in leaves:
        assert said, f"{name} does not say what it does"
        assert f"\n## {name}\n" in page("cli.md")


def test_every_argument_of_a_command_says_what_it_is() -> None:
    for name, _, parser in commands.leaves(commands.whole_parser()):
        for action in parser._actions:
            assert commands.meaning(action), f"{name} {action.dest} does not say what it is"


@pytest.mark.parametrize("pack", sorted(path.parent.name for path in ROOT.glob("packs/*/pack.yaml")))
def test_every_indicator_has_a_row(pack: str) -> None:
    declared = yaml.safe_load((ROOT / "packs" / pack / "indicators.yaml").read_text(encoding="utf-8"))
    section = page("indicators.md").split(f"\n## {pack}\n")[1].split("\n## ")[0]
    for id_ in declared["indicators"]:
        assert f"| `{id_}` |" in section


def test_every_pack_file_and_key_has_a_row() -> None:
    shapes = {path.stem for path in (markdown.SRC / "charter/schemas").glob("*.yaml")}
    assert shapes - {"common", "columns"} == set(packs.PACK_FILES)
    said = page("pack-keys.md")
    for name in packs.PACK_FILES:
        schema = yaml.safe_load((markdown.SRC / f"charter/schemas/{name}.yaml").read_text(encoding="utf-8"))
        for key in schema.get("properties", {}):
            assert f"| `{key}` |" in said, f"{name}: {key}"


@pytest.mark.parametrize("pack", sorted(path.parent.name for path in ROOT.glob("packs/*/pack.yaml")))
def test_every_pack_gives_the_values_asked_for(pack: str) -> None:
    given = yaml.safe_load((ROOT / "packs" / pack / "values.yaml").read_text(encoding="utf-8"))["values"]
    assert set(packs.values_asked()) <= set(given)


# -- links and names -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: pathlib.Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        if "://" in target or target.startswith("mailto:"):
            continue
        file, _, anchor = target.partition("#")
        found = (path.parent / file) if file else path
        assert found.exists(), f"{path.name} links to {target}"
        if anchor:
            assert anchor in anchors(found), f"{path.name} links to {target}"


def anchors(path: pathlib.Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def test_readme_follows_one_act() -> None:
    part = (ROOT / "README.md").read_text(encoding="utf-8").split("## Follow one act")[1].split("\n## ")[0]
    assert LINK.findall(part) == FOLLOW_ONE_ACT
    for name in FOLLOW_ONE_ACT:
        assert (ROOT / name).is_file()


def test_on_the_way_to_the_register_no_file_looks_back() -> None:
    names = FOLLOW_ONE_ACT[:5]
    modules = [name.removeprefix("src/").removesuffix(".py").split("/") for name in names]
    for place, name in enumerate(names):
        text = (ROOT / name).read_text(encoding="utf-8")
        for *room, module in modules[:place]:
            assert not re.search(rf"from {'[.]'.join(room)} import .*\b{module}\b", text)


def test_readme_is_one_screen() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 60


def test_every_decision_says_what_a_decision_says() -> None:
    heads = ["## Situation", "## Decision", "## What follows", "## Not chosen"]
    for path in sorted((ROOT / "docs/decisions").glob("[0-9]*.md")):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:3]}: ")
        assert [head for head in heads if f"\n{head}\n" in text] == heads, path.name


def test_no_file_names_a_registry_or_a_machine() -> None:
    """A clone works anywhere: nothing in it names where packages come from or where it was made."""
    hosts = [
        "python" + "hosted",
        "npm" + "js.",
        "://py" + "pi.",
        "://" + "deb.",
        "registry." + "npm",
        "/ho" + "me/",
    ]
    listed = subprocess.run(
        ["git", "grep", "-nIF", "--untracked", *(part for host in hosts for part in ("-e", host)), "--", "."],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert listed.stdout == ""
