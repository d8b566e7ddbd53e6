"""Why do I see this? The rights of whoever is signed in: by which post, over which units, by which article."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti.reports import grounds
from fasti.web import asked, pages


@require_safe
def why(request: asked.Asked) -> HttpResponse:
    """Everything that is granted today, and what is not."""
    told = grounds.of(request.sight, pack=request.pack, lang=request.lang)
    return pages.show(request, "rights/why.html", {"told": told, "has_post": request.sight.post is not None})


urlpatterns = [path("rights/", why, name="rights")]
