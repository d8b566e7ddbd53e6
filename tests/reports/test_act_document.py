"""An act of the record as an official document: names for references, effects as articles."""

import io

import docx as word
import pypdf
import pytest

from fasti.acts.models import Act
from fasti.reports import act_document, act_words
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
