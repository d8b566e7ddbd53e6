"""Does jobs, a few at a time, in threads of the serving process. One process at a time does the jobs of a data folder.

What was running when that process was stopped is begun again if its kind can go on from where it was, and marked failed
if not, by the next process that does jobs.
"""

from __future__ import annotations

import fcntl
import logging
import os
import pathlib
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from fasti import charter
from fasti.access import sight
from fasti.access.actor import Actor
from fasti.access.models import Job
from fasti.acts.models import Body
from fasti.operations.jobs import record
from fasti.operations.jobs.kind import Kind, Refused, Task

WORKERS = 2
_TOLD_EVERY = 0.5
"""Seconds between two times that progress is written down."""
_logger = logging.getLogger("fasti.jobs")


class Pool:
    """The threads that do jobs. `now` is the clock, which only doors read."""

    def __init__(self, kinds: Mapping[str, Kind], *, now: Callable[[], datetime]) -> None:
        self._kinds, self._now = kinds, now
        self._threads: ThreadPoolExecutor | None = None
        self._begin = threading.Lock()
        self._lock: int | None = None

    def start(self) -> bool:
        """Begin doing jobs, with those left over; False where another process does them. May be called again."""
        with self._begin:
            if self._threads is not None:
                return True
            if not self._claim():
                return False
            self._threads = ThreadPoolExecutor(WORKERS, thread_name_prefix="fasti-job")
        self._take_up()
        return True

    def submit(self, job: Job) -> None:
        """Do a job as soon as the transaction that asked for it is over and a thread is free."""
        self.start()
        transaction.on_commit(lambda: self._queue(job.pk))

    def run(self, id: int) -> None:
        """Do a job that waits, here and now."""
        if not Job.objects.filter(pk=id, state="waiting").update(state="running"):
            return
        job = Job.objects.select_related("account").get(pk=id)
        by: dict[str, Any] = {}
        try:
            task = self._task(job)
            by[record.BY] = record.grounds(task.sight)
            answer = self._kinds[job.kind].work(task)
            self._end(job, "done", {**answer.told, **by, "files": list(answer.files)})
        except Refused as refused:
            self._end(job, "refused", {"why": refused.code, **refused.told, **by})
        except Exception:
            _logger.exception("job %s (%s) failed", job.pk, job.kind)
            self._end(job, "failed", {"why": "error"})

    def _queue(self, id: int) -> None:
        if self._threads is not None:
            self._threads.submit(self._in_thread, id)

    def _in_thread(self, id: int) -> None:
        try:
            self.run(id)
        except Exception:
            _logger.exception("job %s", id)
        finally:
            connections.close_all()

    def _claim(self) -> bool:
        """Take the lock of the data folder: held until this process ends, however it ends."""
        place = pathlib.Path(settings.HOME) / "jobs"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(place / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            return False
        self._lock = lock
        return True

    def _take_up(self) -> None:
        """Go on with what an earlier process left."""
        for job in Job.objects.filter(state="running"):
            kind = self._kinds.get(job.kind)
            if kind is not None and kind.is_resumable:
                Job.objects.filter(pk=job.pk).update(state="waiting")
            else:
                self._end(job, "failed", {"why": "stopped"})
        for id in Job.objects.filter(state="waiting").order_by("id").values_list("pk", flat=True):
            self._queue(id)

    def _task(self, job: Job) -> Task:
        pack, at = charter.load(Body.objects.get().pack), self._now()
        tenure = job.question.get("tenure")
        told = (
            sight.of_tenure(job.account, int(tenure), pack=pack, day=at.date())
            if tenure  # Asked for by a token: with the rights of its tenure alone.
            else sight.of_account(job.account, pack=pack, day=at.date())
        )
        place = record.folder(job)
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        who = Actor(job.account.name, told, is_kept=False)  # The work itself keeps what it did.
        return Task(job.question, told, pack, place, at, who, self._progress(job))

    def _progress(self, job: Job) -> Callable[[int, int], None]:
        last = [0.0]

        def moved(done: int, whole: int) -> None:
            if time.monotonic() - last[0] >= _TOLD_EVERY:
                last[0] = time.monotonic()
                Job.objects.filter(pk=job.pk).update(num_done=done, num_all=whole)

        return moved

    def _end(self, job: Job, state: str, answer: Mapping[str, Any]) -> None:
        Job.objects.filter(pk=job.pk).update(state=state, answer=dict(answer), ended_at=self._now())
