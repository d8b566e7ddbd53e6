"""An act of the record as an official document: names for references, effects as articles."""

import io

import docx as word
import pypdf
import pytest

from fasti import words
from fasti.acts.models import Act
from fasti.reports import act_document, act_words
from fasti.subjects.models import Person
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision():
    cast.found_guild()
    return cast.issue(
        cast.act(
            "NORTH-B",
            "decision",
            "Appointment of [person:GORAN] *to* the #board",
            "2024-03-01",
            {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"},
            {
                "kind": "RELIEVE",
                "person": "EMIL",
                "post": "ALDER.keeper",
                "reason": "request",
                "on": "2024-04-01",
            },
            text="On the proposal of [person:DORA].\nIt takes effect at once.",
        )
    )[0]


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_names_stand_for_references_and_effects_are_articles(decision, lang):
    written = act_words.document(Act.objects.get(pk=decision.pk), pack=cast.pack(), lang=lang)
    assert "Goran" in written.about
    assert "[person:" not in written.about + "".join(written.body)
    assert [article.label[-2:] for article in written.articles] == ["1.", "2."]
    assert "Goran" in written.articles[0].text
    assert "Bruno" in written.signer
    assert written.head.number.endswith(decision.symbol)
    told = " ".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(act_document.render_pdf(written))).pages
    )
    assert decision.symbol in told
    assert "*to* the #board" in " ".join(told.split())
    document = word.Document(io.BytesIO(act_document.render_docx(written)))
    assert any(written.articles[0].text in paragraph.text for paragraph in document.paragraphs)


def test_same_act_same_bytes(decision):
    one, two = (act_words.document(decision, pack=cast.pack()) for _ in range(2))
    assert act_document.render_pdf(one) == act_document.render_pdf(two)
    assert act_document.render_docx(one) == act_document.render_docx(two)


def test_erased_person_is_not_named(decision):
    person = decision.effects.get(ordinal=1).person
    type(person).objects.filter(pk=person.pk).update(full_name="", given_name="", family_name="")
    written = act_words.document(Act.objects.get(pk=decision.pk), pack=cast.pack())
    assert "(name erased)" in written.about
    assert "Goran" not in repr(written)


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_an_article_says_all_of_its_effect(decision, lang):
    article = act_words.document(decision, pack=cast.pack(), lang=lang).articles[1].text
    assert (
        f"; {words.say('effect-reason', lang)}: {cast.pack().names('reason', lang)['request']}; " in article
    )
    day = words.say("document-in-force", lang, day=decision.effects.get(ordinal=2).on)
    assert article.rstrip(".").endswith(f"; {day}".rstrip("."))


def test_authors_of_a_work_are_named_until_they_are_erased(decision):
    award = {"kind": "AWARD", "unit": "NORTH", "edition": "2024", "category": "press", "prize": "first"}
    award |= {"work": "Lamps", "authors": ["GORAN", "EMIL"]}
    act = cast.issue(cast.act("NORTH-B", "decision", "Award", "2024-05-01", award))[0]
    told = act_words.document(act, pack=cast.pack()).articles[0].text
    assert "Lamps (first)" in told
    assert "given by: North; edition: 2024; category: press; authors: Gorić Goran, Ek Emil" in told
    Person.objects.filter(code="EMIL").update(full_name="")
    assert "authors: Gorić Goran, (name erased)" in act_words.document(act, pack=cast.pack()).articles[0].text
