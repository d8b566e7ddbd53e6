"""The lists are general: no rule is longer than a phrase, and none is made for one report."""

from __future__ import annotations

import pathlib
import shutil
from collections.abc import Iterator

import pytest

from fasti import charter, claims
from fasti.claims import phrases, text, tongues, wordlists
from tests.claims import gold

LONGEST = 6
SPECIFIC = {"vi": 5, "ru": 4, "cs": 4, "en": 4}
"""Words from which a phrase is specific. A Vietnamese word is a syllable, so a Vietnamese phrase has more of them."""

TERMS_OF_ART = {"kiểm tra dấu hiệu vi phạm": "one of the kinds of inspection of regulation 22-QĐ/TW"}
"""Fixed terms of the field that are long and rare, each with the rule that names it."""


def listed(lang: str) -> Iterator[phrases.Pattern]:
    """Every phrase a language is read with: the room's and the pack's."""
    for found in wordlists.language(lang).phrases.values():
        yield from found.patterns
    words = gold.words().words[lang]
    for lists in (words.things, words.events):
        yield from phrases.Phrases(lists).patterns


@pytest.mark.parametrize("lang", wordlists.LANGUAGES)
def test_no_rule_is_longer_than_a_phrase(lang: str) -> None:
    assert [each for each in listed(lang) if len(each.words) > LONGEST] == []


@pytest.mark.inputs
@pytest.mark.parametrize("lang", wordlists.LANGUAGES)
def test_no_specific_rule_is_made_for_one_report(lang: str) -> None:
    reports = [
        text.tokens(text.clean(path.read_text(encoding="utf-8")), pattern=wordlists.language(lang).tokens)
        for path, _ in gold.reports()
        if path.name[3:5] == lang
    ]
    for pattern in listed(lang):
        if " ".join(word for word, _ in pattern.words) in TERMS_OF_ART:
            continue
        if sum(word.isalpha() for word, _ in pattern.words) < SPECIFIC[lang]:
            continue
        matched = sum(any(pattern.fits(report, i) for i in range(len(report))) for report in reports)
        assert matched != 1, pattern


@pytest.mark.parametrize("lang", wordlists.LANGUAGES)
def test_every_list_is_there_in_every_language(lang: str) -> None:
    optional = {
        "parts_all",
        "amounts",
        "share_at_least",
        "share_approx",
        "share_stops",
        "inside",
        "half_inside",
    }
    optional |= {"half_before", "not_after_ten", "zero_tens", "half_after", "article_scale"}
    names = {id: set(wordlists.language(id).phrases) - optional for id in wordlists.LANGUAGES}
    assert names[lang] == names["en"]


def test_every_figure_of_the_pack_can_be_claimed() -> None:
    claimed = gold.words()
    for figure in claimed.figures:
        for lang, words in claimed.words.items():
            assert any(words.things[thing] for thing in figure.of), (lang, figure)
            assert not figure.when or any(words.events[event] for event in figure.when), (lang, figure)


@pytest.mark.inputs
def test_every_indicator_of_the_gold_is_a_figure_of_the_pack() -> None:
    known = {figure.indicator for figure in gold.words().figures} | set(gold.words().parts.values())
    known |= {"ratio.percent", "change.percent", "change.absolute", "other.count"}
    assert {record["indicator"] for _, records in gold.reports() for record in records} <= known


@pytest.mark.inputs
def test_the_language_of_every_report_is_told() -> None:
    for path, _ in gold.reports():
        body = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
        assert tongues.told(body) == path.name[3:5], path.name


def test_a_pack_need_not_read_reports(tmp_path: pathlib.Path) -> None:
    pack = tmp_path / "template"
    shutil.copytree(charter.PACKS / "template", pack)
    shutil.rmtree(pack / "claims")
    (pack / "claimed.yaml").unlink()
    assert charter.load(pack).claimed is None


def test_each_pack_reads_with_its_own_words() -> None:
    said = "The guild admitted 12 keepers and founded 3 lodges."
    found = {}
    for pack in ("template", "vn_party"):
        claimed = charter.load(pack).claimed
        assert claimed is not None
        report = claims.read(claims.from_string(said), claimed=claimed, lang="en")
        found[pack] = [(int(each.value), each.indicator) for each in report.claims]
    assert found["template"] == [(12, "members.admitted"), (3, "units.created")]
    assert found["vn_party"] != found["template"]
