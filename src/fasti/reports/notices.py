"""Messages about returns in words: unit, form, period, day, article and link, in the language of who reads them."""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from django.conf import settings
from django.core.mail import EmailMessage

from fasti import charter, words
from fasti.dates import periods
from fasti.reports import naming
from fasti.returns.models import Notice


def message(notice: Notice, pack: charter.Pack) -> EmailMessage:
    """The message; the same Message-ID whenever it is made."""
    own = notice.account.language
    lang = own if own in words.LANGUAGES else next((e for e in pack.languages if e in words.LANGUAGES), "en")
    subject, body = text(notice, pack, lang)
    mark = hashlib.sha256(f"{notice.account_id} {notice.key} {settings.ADDRESS}".encode()).hexdigest()[:24]
    headers = {"Message-ID": f"<{mark}@fasti>", "Auto-Submitted": "auto-generated", "Content-Language": lang}
    return EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [notice.account.email], headers=headers)


def text(notice: Notice, pack: charter.Pack, lang: str) -> tuple[str, str]:
    """Subject and body."""
    period = periods.Period.parse(notice.period)
    names = naming.Names(pack, lang, period.last_day)
    names.learn([notice.unit_id])
    told = {
        "unit": names.of_unit(notice.unit.code), "form": pack.name("form", notice.form, lang),
        "period": words.period(period, lang),
    }  # fmt: skip
    day = notice.due_on or (notice.cause.on if notice.cause else notice.made_at.date())
    id = notice.kind.replace("_", "-")
    subject = words.say(f"notice-subject-{id}", lang, **told)
    body = words.say(f"notice-body-{id}", lang, **told, day=words.day(day, lang, style="long"))
    lines = [body, words.say("notice-article", lang, article=notice.article) if notice.article else ""]
    lines += [address(notice), words.say("notice-why", lang)]
    return " ".join(subject.split()), "\n\n".join(filter(None, lines)) + "\n"


def address(notice: Notice) -> str:
    """Where the return is."""
    parts = (notice.form, notice.period, notice.unit.code)
    return f"{settings.ADDRESS}/returns/{'/'.join(quote(each, safe='') for each in parts)}/"
