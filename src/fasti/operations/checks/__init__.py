"""The table of checks: what `fasti verify` proves, group by group, in the order in which it looks.

To add a group, write its file and add it here; to add a check, write it in the file of its group.
"""

from __future__ import annotations

from fasti.operations.checks import (
    acts,
    attachments,
    chain,
    effects,
    identities,
    members,
    numbers,
    pool,
    posts,
    references,
    register,
    relations,
    standing,
    storage,
    tasks,
    tenures,
    tree,
)
from fasti.operations.checks.table import Check

GROUPS = tuple(
    module.group
    for module in (
        storage,
        references,
        chain,
        attachments,
        numbers,
        acts,
        relations,
        effects,
        identities,
        tasks,
        register,
        tree,
        members,
        posts,
        tenures,
        pool,
        standing,
    )
)
CHECKS: tuple[Check, ...] = tuple(check for group in GROUPS for check in group.checks)
