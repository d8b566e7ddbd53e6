"""Every message in every language, with the same arguments; every finding said in full; nothing half-said."""

import itertools
import re
from datetime import date

import pytest

from fasti import words
from fasti.words import bundles

SELECTORS = {
    "way": ("up", "down", "same"),
    "noun": ("province", "district", "unit"),
    "unit": ("month", "day"),
    "place": ("first", "next"),
}
COUNTS = {"n", "m", "k", "participants", "topics", "pages", "all"}
EXAMPLES = (0, 1, 2, 5, 11, 21, 22, 101, 1234, 2.5)
INDICATORS = (
    "acts.issued", "acts.project", "acts.resolution", "acts.decision", "acts.plan", "acts.guidance",
    "acts.concretising", "personnel.appointed", "personnel.reappointed", "personnel.nominated",
    "personnel.nominated_persons", "personnel.transferred", "personnel.rotated",
    "personnel.transferred_or_rotated", "personnel.relieved", "posts.seats", "posts.filled",
    "posts.vacant", "posts.vacant_long", "posts.days_to_fill", "personnel.planned", "pool.posts_covered",
    "pool.used_rate", "pool.entries", "training.participants", "training.topics", "units.total",
    "units.grassroots", "units.created", "units.ended", "members.opening", "members.admitted",
    "members.left", "members.moved_in", "members.moved_out", "members.total", "members.women_share",
    "members.confirmed", "awards.works", "tasks.groups", "tasks.given", "tasks.incomplete",
)  # fmt: skip
UNRESOLVED = re.compile(r"\{|\}|\$|\?\?\?|~|[\u2068\u2069]|\.\.|  ")


def test_languages_have_the_same_messages():
    english = words.ids("en")
    for lang in words.LANGUAGES:
        assert words.ids(lang) == english


@pytest.mark.parametrize("lang", ["vi", "ru", "cs"])
def test_messages_take_the_same_arguments(lang):
    differing = {m for m in words.ids("en") if words.variables(m, lang) != words.variables(m, "en")}
    assert not differing


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("first", sorted({message.partition("-")[0] for message in words.ids("en")}))
def test_every_message_is_said_whole_for_every_count(first, lang):
    """The messages whose ids begin with one word, together: there are thousands."""
    wrong = set()
    for message in words.ids("en"):
        if message.partition("-")[0] == first:
            wrong |= {
                (message, text) for text in sayings(message, lang) if not text or UNRESOLVED.search(text)
            }
    assert not wrong


def sayings(message, lang):
    """A message with every choice of its arguments."""
    names = sorted(words.variables(message, lang))
    for values in itertools.product(*(examples(message, name) for name in names)):
        yield words.say(message, lang, **dict(zip(names, values, strict=True)))


def examples(message, name):
    """Counts of every plural class, every way a message chooses by, and some text for the rest."""
    if name in COUNTS:
        return EXAMPLES
    chosen = name != "unit" or message == "posts-vacant-longer"
    return SELECTORS.get(name, ("Xy",)) if chosen else ("Xy",)


def test_every_finding_has_a_sentence_and_every_sentence_a_finding():
    said = {m.removeprefix("finding-") for m in words.ids("en") if m.startswith("finding-")}
    assert said - {"of-act", "with-article", "no-article"} == set(words.FINDINGS)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("code", words.FINDINGS)
def test_a_finding_says_what_is_wrong_and_what_to_do(code, lang):
    takes = words.FINDINGS[code]
    assert words.variables(f"finding-{code}", lang) == set(takes)
    text = words.finding(code, lang, **{name: f"<{name}>" for name in takes})
    assert all(f"<{name}>" in text for name in takes)
    assert text.endswith(".")
    assert len(re.findall(r"[.:] \w", text)) >= 1


def test_a_finding_names_its_act_and_article():
    facts = {"unit": "VN-56-TU", "day": date(2024, 6, 30)}
    assert words.finding("unit-not-there", "en", act="No. 1-QĐ/TU", article="article 9", **facts) == (
        "No. 1-QĐ/TU: Unit VN-56-TU does not exist on 30 June 2024. "
        "Choose a day on which it exists, or another unit. (article 9)"
    )
    assert "2024 г. Выберите" in words.finding("unit-not-there", "ru", **facts)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_finding_without_an_article_says_so(lang):
    facts = {name: "x" for name in words.FINDINGS["not-authorised"] if name != "article"}
    assert "()" not in words.finding("not-authorised", lang, **facts)


def test_bad_input_of_any_length_is_still_said():
    text = words.finding("unknown-unit", "vi", unit="x" * 100_000)
    assert "…" in text
    assert len(text) < 2000


@pytest.mark.parametrize(
    ("message", "lang", "args"),
    [
        ("no-such-message", "en", {}),
        ("figure-acts-project", "de", {"n": 1}),
        ("figure-acts-project", "en", {}),
        ("figure-acts-project", "en", {"n": None}),
        ("figure-acts-project", "en", {"n": True}),
    ],
)
def test_nothing_is_half_said(message, lang, args):
    with pytest.raises(words.Unsayable):
        words.say(message, lang, **args)


def test_an_unknown_finding_raises():
    with pytest.raises(words.Unsayable, match="no-such-code"):
        words.finding("no-such-code", "en")
    with pytest.raises(words.Unsayable):
        words.finding("unit-not-there", "en", unit="VN")
    with pytest.raises(words.Unsayable):
        words.finding("withdraw-would-break", "en", value="x")


WORDING = {
    "en": "Seats: { $n -> [one] one seat *[other] { $n } seats } of { $post }",
    "ru": "Мест: { $n -> [one] { $n }~место [few] { $n }~места *[many] { $n }~мест }, { $post }",
}


def test_an_inline_pattern_is_said_like_a_message():
    assert words.phrase(WORDING, "en", n=1, post="P") == "Seats: one seat of P"
    assert words.phrase(WORDING, "ru", n=22, post="P") == "Мест: 22\xa0места, P"
    with pytest.raises(words.Unsayable):
        words.phrase(WORDING, "cs", n=1, post="P")
    with pytest.raises(words.Unsayable):
        words.phrase(WORDING, "en", n=1)
    with pytest.raises(words.Unsayable, match="well-formed"):
        words.phrase({"en": "{ $n"}, "en", n=1)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_no_message_stands_twice_and_no_file_is_malformed(lang):
    assert bundles.load(lang).has_message("heading-coverage")
    assert len(words.ids(lang)) == len(set(words.ids(lang)))


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_indicator_of_the_forms_has_its_sentence(lang):
    for indicator in INDICATORS:
        assert words.knows("figure-" + indicator.replace(".", "-").replace("_", "-"), lang)
