"""Carriers of messages: a mail server by SMTP, or a folder into which each is dropped as a file of its own."""

from __future__ import annotations

import os
import pathlib
import smtplib
from types import TracebackType
from typing import Any

from django.core import mail
from django.core.mail import EmailMessage

from fasti.operations.send_notices import Away


class Smtp:
    """The mail server of the settings, one connection for a run; opened with the first message."""

    def __init__(self) -> None:
        self._connection: Any = mail.get_connection("django.core.mail.backends.smtp.EmailBackend")

    def __enter__(self) -> Smtp:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def send(self, message: EmailMessage, number: int) -> None:
        """Hand it over; raises `Away`, or what the server says against this message."""
        try:
            self._connection.open()
        except (smtplib.SMTPException, OSError) as error:
            raise Away from error
        try:
            self._connection.send_messages([message])
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            if isinstance(error, smtplib.SMTPResponseException | smtplib.SMTPRecipientsRefused):
                raise
            self._connection.close()
            raise Away from error


class Folder:
    """A folder: `notice-<number>.eml`, whole or not there. Sent again, a message takes the place of its file."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder

    def send(self, message: EmailMessage, number: int) -> None:
        """Write it; raises `Away`."""
        place = self._folder / f"notice-{number}.eml"
        beside = place.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(message.message().as_bytes())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(place)
        except OSError as error:
            raise Away from error
