"""Reminders and answers go through the outbox to a real mail server: once made, at least once sent, never lost."""

from __future__ import annotations

import email
import email.header
import email.message
import pathlib
import socketserver
import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage

from fasti import words
from fasti.access.models import Account
from fasti.exchange import mail
from fasti.operations import issue_act, open_account, remind, send_notices, set_email
from fasti.returns.models import Notice
from fasti.subjects.models import Person
from tests import cast
from tests.returns import handed

pytestmark = pytest.mark.django_db
# The regions owe the first half of 2024 until 15 July, with five days of grace.


class Server(socketserver.ThreadingTCPServer):
    """A mail server that keeps what it is sent; refuses recipients of `refused`."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Speaking)
        self.kept: list[str] = []
        self.refused: set[str] = set()
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()


class Speaking(socketserver.StreamRequestHandler):
    """One connection, in SMTP."""

    server: Server

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "DATA":
                self._say("354 go on")
                lines = iter(lambda: self.rfile.readline().decode(), ".\r\n")
                self.server.kept.append("".join(lines))
                self._say("250 kept")
            elif verb == "RCPT" and any(each in line for each in self.server.refused):
                self._say("550 nobody of that name")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 well")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    found = Server()
    settings.EMAIL_HOST, settings.EMAIL_PORT = found.server_address[:2]
    settings.EMAIL_TIMEOUT = 5
    yield found
    found.shutdown()
    found.server_close()


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME, settings.ADDRESS = tmp_path, "https://fasti.example.org"
    cast.found_guild()
    for code, lang in (("CHIARA", "cs"), ("BRUNO", "vi"), ("GORAN", "en")):
        Account.objects.create(
            name=code.lower(), person=Person.objects.get(code=code), opened_at=cast.at("2020-01-02"), language=lang,
            email=f"{code.lower()}@example.org",
        )  # fmt: skip


def reminded(day: str) -> tuple[int, int]:
    made = remind.remind(pack=cast.pack(), day=date.fromisoformat(day), at=cast.at(day))
    return made.num_new, made.num_known


def sent(day: str, carrier: Any = None, *, later: timedelta = timedelta(0)) -> send_notices.Drained:
    def now() -> datetime:
        return cast.at(day) + later

    if carrier is not None:
        return send_notices.send(carrier, pack=cast.pack(), now=now)
    with mail.Smtp() as smtp:
        return send_notices.send(smtp, pack=cast.pack(), now=now)


def parsed(text: str) -> email.message.Message:
    return email.message_from_bytes(text.encode())


def regions() -> list[tuple[str, str]]:
    kept = Notice.objects.filter(unit__code__in=("NORTH", "SOUTH"), period=handed.PERIOD, form=handed.FORM)
    return [(each.account.name, each.kind) for each in kept.order_by("id")]


def test_each_is_reminded_once_on_each_day_of_the_rules_and_not_once_it_is_given() -> None:
    reminded("2024-07-08")
    assert sorted(regions()) == [("bruno", "before_due"), ("chiara", "before_due")]
    assert reminded("2024-07-08")[0] == reminded("2024-07-09")[0] == 0
    handed.issue(handed.submit("2024-07-09"))
    reminded("2024-07-21")
    reminded("2024-07-30")
    assert [each for each in regions() if each[1] == "after_grace"] == [("bruno", "after_grace")] * 2
    assert not Notice.objects.filter(account__name="goran").exists()


def test_the_message_says_no_more_than_is_needed_in_the_language_of_its_reader(server: Server) -> None:
    reminded("2024-07-21")
    drained = sent("2024-07-21")
    assert drained.num_sent == len(server.kept) == Notice.objects.exclude(sent_at=None).count() > 1
    found = {str(read["To"]): read for read in map(parsed, server.kept)}
    read = found["chiara@example.org"]
    body = bytes(read.get_payload(decode=True)).decode()
    subject = str(email.header.make_header(email.header.decode_header(read["Subject"])))
    assert subject.startswith("Po termínu")
    assert "https://fasti.example.org/returns/half-year/2024-H1/SOUTH/" in body
    assert "Standing orders" in body
    assert words.say("notice-why", "cs") in body
    assert not any(each in server.kept[0] for each in ("Conti", "1980", "petitions"))


def test_nothing_is_lost_while_the_server_is_down_and_each_attempt_waits_longer(
    server: Server, settings: Any
) -> None:
    reminded("2024-07-21")
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    first = sent("2024-07-21")
    assert (first.num_sent, first.is_away) == (0, True)
    assert first.num_waiting == Notice.objects.count()
    tried = Notice.objects.get(num_attempts=1)
    assert tried.last_error.startswith("ConnectionRefusedError")
    assert sent("2024-07-21").num_sent == 0
    sent("2024-07-21", later=timedelta(minutes=3))
    assert Notice.objects.get(pk=tried.pk).not_before == cast.at("2024-07-21") + timedelta(minutes=7)
    settings.EMAIL_PORT = port
    last = sent("2024-07-21", later=timedelta(hours=7))
    assert (last.num_sent, last.num_waiting, last.is_away) == (first.num_waiting, 0, False)


def test_one_that_is_refused_holds_up_no_other(server: Server) -> None:
    reminded("2024-07-21")
    server.refused = {"bruno@"}
    drained = sent("2024-07-21")
    assert (
        drained.num_refused == drained.num_waiting == Notice.objects.filter(account__name="bruno").count() > 0
    )
    assert drained.num_sent == len(server.kept) > 0
    assert set(Notice.objects.filter(sent_at=None).values_list("last_error", flat=True)) == {
        "SMTPRecipientsRefused 550"
    }


class Dying:
    """Sends the first message, and dies before that can be noted."""

    def __init__(self, carrier: mail.Smtp) -> None:
        self.carrier = carrier

    def send(self, message: EmailMessage, number: int) -> None:
        self.carrier.send(message, number)
        raise KeyboardInterrupt


def test_a_run_that_dies_between_sending_and_marking_sends_again_under_the_same_id(server: Server) -> None:
    reminded("2024-07-21")
    with mail.Smtp() as smtp, pytest.raises(KeyboardInterrupt):
        sent("2024-07-21", Dying(smtp))
    assert sent("2024-07-21", later=timedelta(minutes=1)).num_sent == 0, "the claim has not lapsed"
    assert sent("2024-07-21", later=timedelta(minutes=16)).num_waiting == 0
    ids = [parsed(each)["Message-ID"] for each in server.kept]
    assert len(ids) == Notice.objects.count() + 1
    assert len(set(ids)) == Notice.objects.count()


class Beside:
    """Runs the command a second time while the first is sending."""

    def __init__(self, carrier: mail.Smtp) -> None:
        self.carrier, self.num_beside = carrier, 0

    def send(self, message: EmailMessage, number: int) -> None:
        self.num_beside += sent("2024-07-21", self.carrier).num_sent
        self.carrier.send(message, number)


def test_two_runs_at_once_send_nothing_twice(server: Server) -> None:
    reminded("2024-07-21")
    with mail.Smtp() as smtp:
        sent("2024-07-21", beside := Beside(smtp))
    assert beside.num_beside == 0
    assert len(server.kept) == Notice.objects.count()


def test_an_answer_is_told_with_its_act_and_history_is_not(tmp_path: pathlib.Path) -> None:
    handed.issue(handed.submit("2024-07-08"))
    back = handed.answer("SEND_BACK_RETURN", "2024-07-09")
    with pytest.raises(issue_act.CannotIssue):
        handed.issue(back, handed.answer("ACCEPT_RETURN", "2024-07-09", version=7))
    assert not Notice.objects.exists()
    handed.issue(back)
    (notice,) = Notice.objects.all()
    assert (notice.account.name, notice.kind, notice.cause_id is not None) == ("chiara", "sent_back", True)
    sent("2024-07-10", mail.Folder(tmp_path / "out"))
    (file,) = (tmp_path / "out").iterdir()
    assert file.name == f"notice-{notice.pk}.eml"
    assert email.message_from_bytes(file.read_bytes())["Content-Language"] == "cs"


def test_an_address_is_set_by_oneself_and_refused_where_it_is_none() -> None:
    how: dict[str, Any] = {"pack": cast.pack(), "at": cast.at("2024-07-01"), "actor": "test"}
    assert set_email.set_email("goran", "", **how).email == ""
    with pytest.raises(open_account.CannotChangeAccount) as refused:
        set_email.set_email("goran", "nobody", **how)
    assert [each.code for each in refused.value.findings] == ["account-email-malformed"]
