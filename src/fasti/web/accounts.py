"""Accounts, for whoever keeps them: who may sign in, opened for a person, closed, given a password, freed of factors.

A password is shown in the answer to the request that made it, and nowhere else. Giving one, or taking factors away,
opens an account to whoever does it: so they confirm first that it is they.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fasti import words
from fasti.access import actor, people, rights
from fasti.access.models import Account
from fasti.acts.findings import Finding
from fasti.operations import close_account, forget_factors, open_account, set_email, set_password, telling
from fasti.operations.open_account import CannotChangeAccount
from fasti.reports import accounts, marks
from fasti.subjects import names
from fasti.subjects.models import Person, Unit
from fasti.web import asked, pages, refusals

PAGE = 50


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """The accounts one keeps: by unit, name and state."""
    _require(request)
    unit = _unit(request.GET.get("unit", "").strip())
    state = request.GET.get("state", "")
    question = accounts.Asked(
        words=request.GET.get("q", "")[:200],
        unit=unit.id if unit else None,
        state=state if state in accounts.STATES else "",
    )
    place = marks.read(request.GET.get("after", ""), str)
    rows = accounts.found(request.sight, question)
    found = list((rows.filter(name__gt=place[0]) if place else rows)[: PAGE + 1])
    shown = found[:PAGE]
    context = {
        "rows": accounts.told(shown, request.sight, request.pack, lang=request.lang),
        "asked": question,
        "unit": unit,
        "states": accounts.STATES,
        "next": marks.write((shown[-1].name,)) if len(found) > PAGE else "",
        "is_first": place is None,
    }
    return pages.show(request, "accounts/list.html", context)


def _require(request: asked.Asked) -> None:
    if not request.sight.has(rights.ACCOUNTS):
        raise refusals.NotGranted(rights.ACCOUNTS)


def _unit(code: str) -> Unit | None:
    if not code:
        return None
    found = Unit.objects.filter(code=code).first()
    if found is None:
        raise refusals.NotThere
    return found


def _own(request: asked.Asked, name: str) -> Account:
    """An account that is theirs to keep; any other is as if it were not there."""
    _require(request)
    account = accounts.one(request.sight, name)
    if account is None:
        raise refusals.NotGranted(rights.ACCOUNTS)
    return account


@require_safe
def one(request: asked.Asked, name: str) -> HttpResponse:
    """An account: whose it is, how it is secured, and what can be done."""
    return _show(request, _own(request, name))


def _show(
    request: asked.Asked, account: Account, found: Sequence[Finding] = (), *, typed: str | None = None
) -> HttpResponse:
    """The page of an account; `typed`: an address that was refused, told beside its field."""
    (row,) = accounts.told([account], request.sight, request.pack, lang=request.lang)
    beside = [each for each in found if typed is not None and each.code == "account-email-malformed"]
    context = {
        "row": row, "told": _told(request, [each for each in found if each not in beside]),
        "is_own": account.pk == request.account.pk, "email": row.email if typed is None else typed,
        "email_refused": _told(request, beside),
    }  # fmt: skip
    return pages.show(request, "accounts/account.html", context, status=409 if found else 200)


def _told(request: asked.Asked, found: Sequence[Finding]) -> list[str]:
    return [telling.sentence(each, request.lang, pack=request.pack) for each in found]


@require_POST
def email(request: asked.Asked, name: str) -> HttpResponse:
    """Set, change or, left empty, remove the address to which messages for an account go."""
    account = _own(request, name)
    if "email" not in request.POST:
        raise refusals.Malformed
    typed = request.POST["email"].strip()
    try:
        set_email.set_email(name, typed, **_how(request))
    except CannotChangeAccount as refused:
        return _show(request, account, refused.findings, typed=typed)
    return _done(request, name, "email" if typed else "no-email")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: asked.Asked) -> HttpResponse:
    """Open an account for a person, or a technical one; its first password is shown."""
    _require(request)
    given = request.POST if request.method == "POST" else request.GET
    person, name = given.get("person", "").strip(), given.get("name", "").strip()
    found: Sequence[Finding] = ()
    if request.method == "POST":
        try:
            opened = open_account.open_account(name, person=person, **_how(request))
        except CannotChangeAccount as refused:
            found = refused.findings
        else:
            return _given(request, opened)
    elif not name:
        name = _proposed(request, person)
    errors = {
        field: _told(request, [each for each in found if each.code in codes])
        for field, codes in FIELDS.items()
    }
    context = {"person": person, "name": name, "errors": errors}
    return pages.show(request, "accounts/new.html", context, status=409 if found else 200)


FIELDS = {
    "name": ("account-name-malformed", "account-name-taken"),
    "person": ("unknown-person", "account-of-person", "not-granted"),
}
"""Beside which field a finding is told."""


def _proposed(request: asked.Asked, code: str) -> str:
    """A name to sign in by, made of the person's: only of one who is seen."""
    person = Person.objects.filter(code=code).first() if code else None
    if person is None or not people.sees(request.sight, person.id):
        return ""
    parts = [names.fold(each).replace(" ", "") for each in (person.given_name, person.family_name)]
    proposed = ".".join(filter(None, parts))[:64]
    return proposed if open_account.NAME.fullmatch(proposed) else ""


def _how(request: asked.Asked) -> dict[str, Any]:
    """By whom, when, under which rules, in which language something is done to an account."""
    return {
        "pack": request.pack,
        "at": asked.now(),
        "actor": actor.signed_in(request.sight),
        "lang": request.lang,
    }


def _given(request: asked.Asked, opened: open_account.Opened) -> HttpResponse:
    """The page with the password, which is kept nowhere."""
    (row,) = accounts.told([opened.account], request.sight, request.pack, lang=request.lang)
    return pages.show(request, "accounts/given.html", {"row": row, "password": opened.password})


Work = Callable[[asked.Asked, str], HttpResponse]


def _close(request: asked.Asked, name: str) -> HttpResponse:
    close_account.close_account(name, **_how(request))
    return _done(request, name, "closed")


def _reopen(request: asked.Asked, name: str) -> HttpResponse:
    account = _own(request, name)
    person = account.person.code if account.person else ""
    return _given(request, open_account.open_account(name, person=person, **_how(request)))


def _password(request: asked.Asked, name: str) -> HttpResponse:
    return _given(request, set_password.set_password(name, **_how(request)))


def _forget(request: asked.Asked, name: str) -> HttpResponse:
    forget_factors.forget_factors(name, **_how(request))
    return _done(request, name, "forgotten")


def _done(request: asked.Asked, name: str, what: str) -> HttpResponse:
    messages.success(request, words.say(f"web-accounts-said-{what}", request.lang, name=name))
    return redirect("account-kept", name=name)


WORKS: dict[str, tuple[Work, bool]] = {
    "close": (_close, False),
    "reopen": (_reopen, True),
    "password": (_password, True),
    "forget": (_forget, True),
}
"""What can be done to an account, and whether whoever does it confirms first that it is they."""


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: asked.Asked, name: str, what: str) -> HttpResponse:
    """Ask whether it is meant; then do it."""
    account = _own(request, name)
    if what not in WORKS:
        raise refusals.NotThere
    if request.method != "POST":
        (row,) = accounts.told([account], request.sight, request.pack, lang=request.lang)
        return pages.show(request, "accounts/change.html", {"row": row, "what": what})
    work, is_confirmed = WORKS[what]
    try:
        return (
            cast(Work, reauthentication_required(work))(request, name)
            if is_confirmed
            else work(request, name)
        )
    except CannotChangeAccount as refused:
        return _show(request, account, refused.findings)


urlpatterns = [
    path("accounts/", listed, name="accounts"),
    path("accounts/new/", new, name="account-new"),
    path("accounts/<str:name>/", one, name="account-kept"),
    path("accounts/<str:name>/email/", email, name="account-email"),
    path("accounts/<str:name>/<str:what>/", change, name="account-change"),
]
