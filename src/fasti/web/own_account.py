"""One's own account: how one signs in, where one is signed in, and the keys given to programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from fasti import words
from fasti.access import actor, sessions, tokens
from fasti.access.models import Token
from fasti.operations import end_session, make_token, revoke_token, set_email, telling
from fasti.operations.open_account import CannotChangeAccount
from fasti.register import read
from fasti.register.models import Tenure
from fasti.reports import people
from fasti.web import asked, pages, refusals

HERE = "/account/"


@dataclass(frozen=True, slots=True)
class Key:
    """A token as its holder sees it."""

    token: Token
    post: str
    """The post with its unit, in words; empty where the tenure is void."""
    works: bool
    ends_on: date | None
    """The last day of the tenure it is bound to, as decided or as it came; None: none is known."""


@require_safe
def own(request: asked.Asked) -> HttpResponse:
    """The account with its factors, sessions and tokens."""
    return _show(request)


def _show(request: asked.Asked, *, status: int = 200, **more: Any) -> HttpResponse:
    posts = _posts(request)
    kinds = list(Authenticator.objects.filter(user=request.account.pk).values_list("type", flat=True))
    context = {
        "posts": [(tenure.post.code, called) for tenure, called in posts.values() if tenure.is_held],
        "keys": _keys(request, posts),
        "purposes": tokens.PURPOSES,
        "has_app": Authenticator.Type.TOTP in kinds,
        "num_passkeys": kinds.count(Authenticator.Type.WEBAUTHN),
        "has_codes": Authenticator.Type.RECOVERY_CODES in kinds,
        "sessions": sessions.of_account(request.account, at=asked.now()),
        "here": request.session.session_key,
        "email": request.account.email,
    }
    return pages.show(request, "account/own.html", {**context, **more}, status=status)


@dataclass(frozen=True, slots=True)
class _Held:
    post: Any
    is_held: bool
    ends_on: date | None


def _posts(request: asked.Asked) -> dict[int, tuple[_Held, str]]:
    """The person's tenures by the effect that opened each, with the post in words."""
    found = list(
        Tenure.objects.filter(person=request.account.person_id or 0)
        .select_related("post")
        .order_by("starts_on", "id")
    )
    units = people.unit_names(
        [each.post.unit_id for each in found], request.pack, as_of=request.day, lang=request.lang
    )
    today = set(
        Tenure.objects.filter(read.on(request.day), id__in=[each.id for each in found]).values_list(
            "id", flat=True
        )
    )
    return {
        each.opened_by_id: (
            _Held(each.post, each.id in today, each.ends_planned_on),
            f"{request.pack.name('office', each.post.office, request.lang)}, {units[each.post.unit_id][1]}",
        )
        for each in found
    }


def _keys(request: asked.Asked, posts: dict[int, tuple[_Held, str]]) -> list[Key]:
    found = list(tokens.of_account(request.account))
    works = set(tokens.working(day=request.day).filter(account=request.account).values_list("id", flat=True))
    keys = []
    for token in found:
        held, called = posts.get(token.tenure_effect_id, (None, ""))
        keys.append(Key(token, called, token.id in works, held.ends_on if held else None))
    return keys


def _make(request: asked.Asked) -> HttpResponse:
    name, post = request.POST.get("name", "").strip()[:120], request.POST.get("post", "")
    purpose = request.POST.get("purpose", tokens.API)
    if not name:
        return _show(request, status=400, refused="web-own-token-nameless")
    try:
        made, key = make_token.make(
            request.account, post=post, name=name, purpose=purpose, at=asked.now(), pack=request.pack
        )
    except make_token.CannotMake as refused:
        return _show(request, status=409, refused=f"web-own-token-{refused.code}", typed=name)
    address = request.build_absolute_uri(f"/calendar/{key}.ics") if purpose == tokens.CALENDAR else ""
    return pages.show(request, "account/key.html", {"made": made, "key": key, "calendar": address})


@require_POST
def make(request: asked.Asked) -> HttpResponse:
    """Make a token; its key is shown in this answer and kept nowhere."""
    return cast(HttpResponse, reauthentication_required(_make)(request))


@require_POST
def email(request: asked.Asked) -> HttpResponse:
    """Set the address for messages; what is none is refused beside its field."""
    given = request.POST.get("email", "").strip()
    how: dict[str, Any] = {
        "pack": request.pack,
        "at": asked.now(),
        "actor": actor.signed_in(request.sight),
        "lang": request.lang,
    }
    try:
        set_email.set_email(request.account.name, given, **how)
    except CannotChangeAccount as refused:
        told = " ".join(telling.sentence(each, request.lang, pack=request.pack) for each in refused.findings)
        return _show(request, status=409, email_refused=told, email=given)
    return _done(request, "email")


@require_POST
def revoke(request: asked.Asked, id: int) -> HttpResponse:
    """Revoke a token of one's own."""
    try:
        revoke_token.revoke(request.account, min(id, 2**62), at=asked.now(), pack=request.pack)
    except revoke_token.NotMade as error:
        raise refusals.NotThere from error
    return _done(request, "revoked")


@require_POST
def end(request: asked.Asked, id: int) -> HttpResponse:
    """Sign out in another browser."""
    try:
        end_session.end(request.account, min(id, 2**62), at=asked.now())
    except end_session.NotOpen as error:
        raise refusals.NotThere from error
    return _done(request, "ended", n=1)


@require_POST
def end_others(request: asked.Asked) -> HttpResponse:
    """Sign out everywhere else."""
    num = end_session.end_others(request.account, but=request.session.session_key or "", at=asked.now())
    return _done(request, "ended", n=num)


def _done(request: asked.Asked, what: str, **args: int) -> HttpResponse:
    messages.success(request, words.say(f"web-own-said-{what}", request.lang, **args))
    return redirect(HERE)


urlpatterns = [
    path("account/", own, name="own-account"),
    path("account/mail/", email, name="mail-set"),
    path("account/tokens/", make, name="token-make"),
    path("account/tokens/<int:id>/revoke/", revoke, name="token-revoke"),
    path("account/sessions/end/", end_others, name="sessions-end"),
    path("account/sessions/<int:id>/end/", end, name="session-end"),
]
