"""Forms that were sent after the session had ended: kept in the new session until their account has signed in again.

Only a form that carries a stamp is kept: the stamp is given to who is signed in, so nobody else can fill the store.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest, QueryDict

FIELD = "stamp"
_SALT = "fasti.form"
_OLDEST = 7 * 86_400
"""Seconds after which a stamp is worth nothing any more."""
_LARGEST = 2 * 2**20
_PLACE = "kept_forms"
_MOST = 5


def stamp(account: int) -> str:
    """What a form of an account carries."""
    return signing.dumps(account, salt=_SALT)


def keep(request: HttpRequest, *, back: str) -> None:
    """Keep what was sent for the page it came from. What has no stamp of ours, or is too large, is not kept."""
    account = _stamped(request.POST.get(FIELD, ""))
    typed = request.POST.urlencode()
    if account is None or len(typed) > _LARGEST:
        return
    forms = {**request.session.get(_PLACE, {}), urlsplit(back).path: [account, typed]}
    request.session[_PLACE] = dict(list(forms.items())[-_MOST:])


def _stamped(text: str) -> int | None:
    try:
        found = signing.loads(text, salt=_SALT, max_age=_OLDEST)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None


def has(request: HttpRequest, path: str) -> bool:
    """Whether a form of a page is kept."""
    return path in request.session.get(_PLACE, {})


def take(request: HttpRequest, *, account: int) -> QueryDict | None:
    """What the account had typed on this page before its session ended; it stays kept until `forget`."""
    whose, typed = request.session.get(_PLACE, {}).get(request.path, (None, ""))
    return QueryDict(typed, encoding="utf-8") if whose == account else None


def forget(request: HttpRequest) -> None:
    """What was kept of this page is saved, or not wanted any more."""
    forms = request.session.get(_PLACE, {})
    if request.path in forms:
        request.session[_PLACE] = {path: form for path, form in forms.items() if path != request.path}


def page_of(request: HttpRequest) -> str:
    """The page a form was sent from: of a swap the page around it."""
    current = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or request.path
    path = "/" + urlsplit(current).path.lstrip("/")
    return path if path.isprintable() else "/"
