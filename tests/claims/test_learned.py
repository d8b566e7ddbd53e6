"""Which number of a sentence a learned wording belongs to."""

from __future__ import annotations

import pytest

from fasti import charter, claims

APPOINTED, MEMBERS, UNITS, CREATED = "personnel.appointed", "members.total", "units.total", "units.created"
WORDINGS = tuple(
    claims.Wording(lang, phrase, indicator)
    for lang, phrase, indicator in (
        ("en", "raised to the lamp", APPOINTED),
        ("en", "wick trimmer*", MEMBERS),
        ("vi", "nâng lên đèn", APPOINTED),
        ("ru", "возведен* к лампаде", APPOINTED),
        ("cs", "povýšen* k lampě", APPOINTED),
    )
)
SENTENCES = (
    ("en", "In 2024 the guild raised to the lamp 12 keepers and 5 lodges were opened.", (APPOINTED, CREATED)),
    ("en", "There were 40 wick trimmers and 12 keepers were raised to the lamp.", (MEMBERS, APPOINTED)),
    ("en", "The guild has 3 lodges and raised to the lamp 12 keepers.", (UNITS, APPOINTED)),
    ("en", "29 and 2 were raised to the lamp in the north.", (APPOINTED, APPOINTED)),
    (
        "en",
        "Of the 40 keepers, 12 were raised to the lamp, and 3 % of them in spring.",
        (MEMBERS, APPOINTED, None),
    ),
    ("vi", "Có 35 hội viên ở miền bắc được nâng lên đèn và 12 chi hội.", (APPOINTED, UNITS)),
    ("ru", "Было возведено к лампаде 12 членов; есть 4 ложи.", (APPOINTED, UNITS)),
    ("cs", "V roce 2024 bylo povýšeno k lampě 12 členů a 5 lóží.", (APPOINTED, UNITS)),
)


@pytest.mark.parametrize(("lang", "sentence", "expected"), SENTENCES)
def test_a_wording_belongs_to_one_number_and_those_joined_to_it(
    lang: str, sentence: str, expected: tuple[str | None, ...]
) -> None:
    claimed = charter.load("template").claimed
    assert claimed is not None
    found = claims.read(claims.from_string(sentence), claimed=claimed, lang=lang, wordings=WORDINGS).claims
    read = [each.indicator for each in found]
    assert [mine for mine, asked in zip(read, expected, strict=True) if asked] == [
        each for each in expected if each
    ]
    without = claims.read(claims.from_string(sentence), claimed=claimed, lang=lang).claims
    assert [each.indicator for each in without] != read, "the lists alone read it otherwise"
    assert [(each.surface, each.value) for each in without] == [(each.surface, each.value) for each in found]
