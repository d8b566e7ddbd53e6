"""The rule book as a readable document: every rule with its days and its article, as of any day."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path

from fasti.reports import rule_book
from fasti.web import asked, pages


def document(request: asked.Asked) -> HttpResponse:
    """The whole rule book; `only=unverified`: what rests on articles that nobody has read yet; `find`: an article."""
    only, find = request.GET.get("only") == "unverified", request.GET.get("find", "").strip()[:200]
    whole = rule_book.sections(request.pack, as_of=request.as_of, lang=request.lang)
    context = {
        "sections": rule_book.only(whole, unverified=only, find=find),
        "only": only,
        "find": find,
        "source": request.pack.reference,
        "version": request.pack.version[:12],
        "coverage": [
            {**article, "state_id": f"web-charter-state-{article['state'].replace(' ', '-')}"}
            for article in request.pack.coverage
        ],
        "num_unverified": sum(section.num_unverified for section in whole),
    }
    return pages.show(request, "charter/document.html", context)


urlpatterns = [path("charter/", document, name="charter")]
