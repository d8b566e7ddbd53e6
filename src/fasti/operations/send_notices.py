"""Drain the outbox: each message is claimed, sent, and marked as sent. What cannot be sent waits and is tried again.

At least once: a run that dies between sending and marking leaves its claim, which lapses, and the message goes out
again under the same Message-ID. Two runs at once claim different messages: on PostgreSQL rows that are being claimed
are passed over, on SQLite one claims after the other.
"""

from __future__ import annotations

import secrets
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from django.core.mail import EmailMessage
from django.db import transaction

from fasti import charter
from fasti.reports import notices
from fasti.returns.models import Notice

AT_ONCE = 20
CLAIM = timedelta(minutes=15)
"""How long a message is left to the run that claimed it: longer than so many messages take on a slow server."""
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=2), timedelta(hours=6)


class Carrier(Protocol):
    """What takes a message away; raises `Away` where nothing can be sent at all now."""

    def send(self, message: EmailMessage, number: int) -> None: ...


class Away(Exception):
    """The mail server, or the folder, is not there."""


@dataclass(frozen=True, slots=True)
class Drained:
    """How many messages went out, how many were refused, how many still wait."""

    num_sent: int
    num_refused: int
    num_waiting: int
    is_away: bool
    """Whether the run ended because nothing could be sent."""


def send(carrier: Carrier, *, pack: charter.Pack, now: Callable[[], datetime]) -> Drained:
    """Send what waits; one run of the command. Nothing is lost, whatever fails."""
    run, sent, refused, is_away = secrets.token_hex(8), 0, 0, False
    while not is_away and (claimed := _claim(run, now())):
        for place, notice in enumerate(claimed):
            try:
                _carry(notice, carrier, pack)
            except Away as error:
                for left in claimed[place:]:
                    _put_back(left, error.__cause__ or error, now(), is_tried=left is notice)
                is_away = True
                break
            except (smtplib.SMTPException, OSError) as error:
                refused += 1
                _put_back(notice, error, now(), is_tried=True)
            else:
                sent += 1
                _mark(notice, now())
    return Drained(sent, refused, Notice.objects.filter(sent_at=None).count(), is_away)


def _claim(run: str, at: datetime) -> list[Notice]:
    with transaction.atomic():
        waiting = Notice.objects.filter(sent_at=None, not_before__lte=at).order_by("not_before", "id")
        ids = list(waiting.select_for_update(skip_locked=True).values_list("id", flat=True)[:AT_ONCE])
        Notice.objects.filter(id__in=ids).update(claimed_by=run, not_before=at + CLAIM)
    claimed = Notice.objects.select_related("account", "unit", "cause").filter(id__in=ids)
    return list(claimed.order_by("id"))


def _carry(notice: Notice, carrier: Carrier, pack: charter.Pack) -> None:
    if not notice.account.email or not notice.account.is_active:
        raise smtplib.SMTPException("no address")
    carrier.send(notices.message(notice, pack), notice.pk)


def _mark(notice: Notice, at: datetime) -> None:
    Notice.objects.filter(id=notice.pk).update(
        sent_at=at, claimed_by="", num_attempts=notice.num_attempts + 1, last_error=""
    )


def _put_back(notice: Notice, error: BaseException, at: datetime, *, is_tried: bool) -> None:
    """Let it wait: twice as long after each attempt that failed."""
    num = notice.num_attempts + is_tried
    wait = min(FIRST_WAIT * 2 ** min(max(num - 1, 0), 20), LONGEST_WAIT)
    Notice.objects.filter(id=notice.pk).update(
        claimed_by="", num_attempts=num, last_error=told(error), not_before=at + wait
    )


def told(error: BaseException) -> str:
    """An error without addresses: its kind and the server's code."""
    code = getattr(error, "smtp_code", None) or getattr(error, "errno", None)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = next((each[0] for each in error.recipients.values()), None)
    name = str(error) if type(error) is smtplib.SMTPException else type(error).__name__
    return f"{name} {code}" if code else name
