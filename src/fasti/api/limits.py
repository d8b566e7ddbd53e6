"""Guessing tokens: an address that fails too often is not answered for a while."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

from fasti.api import problems

MOST = 20
"""So many failures are let pass."""
WITHIN = 300
"""Seconds in which failures are counted, and for which an address then has to wait."""


def count_failure(request: HttpRequest) -> None:
    """Count a token that was none; refused with 429 where the address has failed too often. Whoever has a token that
    works is never kept waiting: many programs may come from one address, and a key is too long to be guessed.
    """
    key = f"fasti.token.failed:{request.META.get('REMOTE_ADDR', '')}"
    if cache.add(key, 1, WITHIN):
        return
    try:
        failures = cache.incr(key)
    except ValueError:  # It ran out in between.
        failures = 1
        cache.set(key, failures, WITHIN)
    if failures > MOST:
        raise problems.Refused("too-many", 429, headers={"Retry-After": str(WITHIN)}, n=WITHIN // 60)
