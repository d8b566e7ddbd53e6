"""The outbox: messages about returns are put in once for each account and thing, and claimed to be sent."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from fasti.returns.models import Notice


def keep(wanted: Sequence[Notice]) -> int:
    """Keep those that are not there yet; how many."""
    with transaction.atomic():
        keys = {each.key for each in wanted}
        known = set(Notice.objects.filter(key__in=keys).values_list("account", "key"))
        new = [each for each in wanted if (each.account_id, each.key) not in known]
        Notice.objects.bulk_create(new, ignore_conflicts=True)
        return len(new)
