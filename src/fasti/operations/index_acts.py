"""Keep the full-text index of the acts up to date: with each issuing, after an import, and anew from the record.

An issuing takes its acts into the index within its own transaction. An import does not: its acts are taken in after
its commit, batch by batch, each under the lock of the body. Whoever is killed meanwhile goes on where the last batch
ended, with the next import or rebuild; until then issuing leaves the index alone, so that no gap is left in it.
"""

from __future__ import annotations

import contextlib
import operator
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from django.db import transaction

from fasti import charter
from fasti.acts import search, tokens
from fasti.acts.models import Act, Body
from fasti.register.models import UnitSpan

BATCH = 2_000
"""Acts taken in between two commits: whoever issues meanwhile waits that long."""
_FIELDS = operator.attrgetter(*search.Written._fields)
Progress = Callable[[int], None]
"""Told the number of acts taken in so far."""


def ready(pack: charter.Pack) -> None:
    """Read what taking in needs. Before the body is locked: whoever waits for the lock must not wait for this."""
    tokens.ready(pack.languages)


@contextlib.contextmanager
def made_ready(pack: charter.Pack) -> Iterator[None]:
    """Read it in a thread of its own, while the database is at work with what will be taken in."""
    reading = threading.Thread(target=ready, args=[pack])
    reading.start()
    try:
        yield
    finally:
        reading.join()


def add(acts: Sequence[Act]) -> None:
    """Take acts just recorded into the index, if it holds all before them. Part of the issuing's transaction."""
    if acts and search.last() == acts[0].id - 1:
        search.put(_with_names([search.Written(*_FIELDS(act)) for act in acts]))


def catch_up(progress: Progress | None = None) -> int:
    """Take in every act that is not in the index yet; the number of acts taken in."""
    num = 0
    if search.num_behind():
        ready(_pack())
    while done := _batch():
        num += done
        if progress:
            progress(num)
    if num:
        search.settle()
    return num


def anew(progress: Progress | None = None) -> int:
    """Empty the index and fill it from the record; the number of acts in it."""
    with transaction.atomic():
        Body.objects.select_for_update().get()
        search.empty()
    return catch_up(progress)


def _batch() -> int:
    with transaction.atomic():
        Body.objects.select_for_update().get()
        asked = Act.objects.filter(id__gt=search.last()).order_by("id")[:BATCH]
        acts = [search.Written(*row) for row in asked.values_list(*search.Written._fields)]
        search.put(_with_names(acts))
    return len(acts)


def _with_names(acts: Sequence[search.Written]) -> list[tuple[search.Written, search.Names]]:
    """Each act with the words for its type and the names its issuer bore on the day it was signed."""
    types = _types()
    spans: dict[int, list[UnitSpan]] = defaultdict(list)
    issuers = {act.issuer_id for act in acts}
    for span in UnitSpan.objects.filter(unit__in=issuers).order_by("starts_on", "id"):
        spans[span.unit_id].append(span)
    return [(act, [*types.get(act.type, ()), *_names(spans[act.issuer_id], act)]) for act in acts]


def _types() -> dict[str, list[tuple[str, str]]]:
    """The charter's words for each type of act, by language."""
    pack = _pack()
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for lang in pack.languages:
        for id, name in pack.names("act_type", lang).items():
            found[id].append((lang, name))
    return found


def _pack() -> charter.Pack:
    return charter.load(Body.objects.values_list("pack", flat=True).get())


def _names(spans: Sequence[UnitSpan], act: search.Written) -> list[tuple[str, str]]:
    begun = [span for span in spans if span.starts_on <= act.signed_on]
    chosen = begun[-1:] or spans[:1]
    return [(str(lang), str(name)) for span in chosen for lang, name in sorted(span.names.items())]
