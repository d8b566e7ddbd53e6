"""No text makes the reader fail, and the same text is always read the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fasti import claims
from fasti.claims import wordlists
from tests.claims import gold

WORDS = {
    lang: sorted(
        {word for listed in (*gold.words().words[lang].things.values(), *gold.words().words[lang].events.values())
         for phrase in listed for word in phrase.replace("*", "").split()}
    )
    for lang in wordlists.LANGUAGES
}  # fmt: skip
MARKS = [",", ".", ";", ":", "(", ")", "[", "]", "-", "–", "/", "%", "«", "»", '"', "№", "\n", "…"]
NUMBERS = [
    "0",
    "1",
    "12",
    "1.234",
    "1,234",
    "1 234",
    "12,5",
    "2024",
    "30/6",
    "5/7",
    "7/5",
    "100%",
    "007",
    "99999999999",
]


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, str]:
    """Words, marks and numbers of a language thrown together."""
    lang = draw(st.sampled_from(wordlists.LANGUAGES))
    numerals = [*wordlists.language(lang).numerals, *wordlists.language(lang).scales]
    word = st.sampled_from([*WORDS[lang], *numerals]) | st.sampled_from(MARKS) | st.sampled_from(NUMBERS)
    return lang, " ".join(draw(st.lists(word, max_size=40)))


def read(text: str, lang: str) -> claims.Report:
    return claims.read(claims.from_string(text), claimed=gold.words(), lang=lang)


@settings(max_examples=200, deadline=None)
@given(sentences())
def test_words_thrown_together_are_read_without_failing(given_: tuple[str, str]) -> None:
    lang, text = given_
    first, again = read(text, lang), read(text, lang)
    assert [each.plain() for each in first.claims] == [each.plain() for each in again.claims]
    for claim in first.claims:
        assert claim.passage.text[claim.start : claim.end] == claim.surface
        assert claim.value >= 0
        assert claim.qualifier in ("exact", "approx", "at_least", "at_most")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(wordlists.LANGUAGES))
def test_any_letters_are_read_without_failing(text: str, lang: str) -> None:
    assert read(text, lang).claims is not None
