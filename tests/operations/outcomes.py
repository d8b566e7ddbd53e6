"""What issuing or importing leaves behind: every row of the database, or the findings; then it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import transaction

from fasti.acts import chain, record
from fasti.acts.models import Act, PersonalField
from fasti.operations import import_acts, issue_act, rebuild_register
from tests import cast

AT = cast.at("2026-01-01")


NOT_COMPARED = {"id", "salt", "hash", "previous_hash"}


KEPT_IDS = {"unit", "person", "post", "act", "effect"}


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of the database, without salts, what follows from salts, and ids that mean nothing."""
    found = {}
    for model in apps.get_app_config("fasti").get_models():
        table = model._meta.db_table
        kept = model._default_manager.order_by("pk").values()
        found[table] = sorted((_plain(row, table) for row in kept), key=str)
    return found


def _plain(row: dict[str, Any], table: str) -> dict[str, Any]:
    left_out = NOT_COMPARED - ({"id"} if table in KEPT_IDS else set())
    plain = {key: value for key, value in row.items() if key not in left_out}
    if table == "effect" and "commitments" in plain["data"]:
        plain["data"] = {**plain["data"], "commitments": sorted(plain["data"]["commitments"])}
    return plain


def outcome(run: Callable[[], object]) -> Any:
    """What a run leaves behind, which is then taken back: rows, or findings."""
    mark = transaction.savepoint()
    try:
        run()
        _require_sound()
        return rows()
    except issue_act.CannotIssue as refused:
        return sorted(
            str((each.act, each.effect, each.code, sorted(each.args.items(), key=str), each.reference))
            for each in refused.findings
        )
    finally:
        transaction.savepoint_rollback(mark)


def _require_sound() -> None:
    """Register and chain are what the record makes them."""
    assert rebuild_register.differences() == []
    heads: dict[int, str] = {}
    codes = record.Codes()
    for act in Act.objects.order_by("id"):
        parts = (act.effects.order_by("ordinal"), act.relations.order_by("id"))
        more = (act.tasks.order_by("ordinal"), act.attachments.order_by("ordinal"))
        assert act.previous_hash == heads.get(act.issuer_id, chain.GENESIS)
        assert act.hash == chain.digest(record.content(act, *parts, *more, codes=codes))
        heads[act.issuer_id] = act.hash
    for field in PersonalField.objects.select_related("effect"):
        assert field.effect.data["commitments"][field.field] == chain.commitment(field.salt, field.value)


def issued(contents: list[Any]) -> Any:
    """What issuing the contents leaves behind."""
    return outcome(lambda: issue_act.issue(contents, pack=cast.pack(), recorded_at=AT, actor="test"))


def imported(contents: list[Any], **more: Any) -> Any:
    """What importing the contents leaves behind."""
    return outcome(
        lambda: import_acts.import_acts(
            iter(contents), pack=cast.pack(), recorded_at=AT, actor="test", **more
        )
    )


def accepted(contents: list[Any]) -> list[Any]:
    """Those acts of a batch that issuing accepts, one by one."""
    mark = transaction.savepoint()
    kept = []
    for each in contents:
        try:
            issue_act.issue([each], pack=cast.pack(), recorded_at=AT, actor="test")
            kept.append(each)
        except issue_act.CannotIssue:
            continue
    transaction.savepoint_rollback(mark)
    return kept
