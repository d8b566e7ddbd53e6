"""Every address of Fasti: the pages, and what programs ask."""

from django.urls import include, path, re_path

from fasti.api import calendar, whole
from fasti.web import refusals

urlpatterns = [
    path("api/v1/", whole.urls),
    re_path(r"^api/(?P<path>[\s\S]*)\Z", whole.not_there),
    path("calendar/<str:token>.ics", calendar.feed, name="calendar"),
    path("", include("fasti.web.urls")),
]
handler400 = refusals.bad_request
handler403 = refusals.forbidden
handler404 = refusals.not_found
handler500 = refusals.failed
