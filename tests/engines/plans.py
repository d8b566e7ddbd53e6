"""How PostgreSQL would answer what the pages and the API's lists ask of a body of a whole country.

Run as a program with an empty database in FASTI_DATABASE: `python -m tests.engines.plans 20000` fills it with the
national body at that many effects, tells the planner that every table is as large as at forty million, opens the pages
and prints, as JSON, each statement whose plan reads a growing table from end to end. Tables of which that body has no
rows (drafts, jobs, the log of access) are planned as if reading them from end to end were dear: what still is read so
has no index.
"""

# ruff: noqa: E402

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
django.setup()

from django.conf import settings
from django.db import connection
from django.test import Client
from samples.national import build, plan

from fasti import charter
from fasti.access.models import Account
from fasti.acts.models import Act
from fasti.models import KEYS
from fasti.operations import init_body, open_account
from fasti.register.models import Membership, Tenure
from fasti.subjects.models import Post, Unit
from tests import cast

NATIONAL = 40_000_000
"""Effects of the body whose size the planner is told."""
WITHOUT_INDEX = (
    "SELECT * FROM effect WHERE length(kind) = %s", "SELECT * FROM attachment WHERE size = %s",
    "SELECT * FROM person ORDER BY sex LIMIT %s",
)  # fmt: skip
"""Statements that no index serves: proof that such are seen."""
AT_FIRST_ROW = 'SELECT %s AS "a" FROM "tenure" WHERE "tenure"."starts_on" <= %s LIMIT 1'
"""Whether anybody holds a post yet: ends with the first row."""


def begin(num_effects: int) -> None:
    """The body, with sizes as of the national one."""
    settings.ALLOWED_HOSTS = ["testserver"]
    pack = charter.load("vn_party")
    init_body.init(pack)
    build.into_database(plan.plan(num_effects), version=pack.version)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute(
            "UPDATE pg_class SET reltuples = reltuples * %s WHERE reltuples > 0 AND relnamespace ="
            " 'public'::regnamespace",
            [NATIONAL // num_effects],
        )


def clients() -> dict[str, Client]:
    """Signed in: who sees the whole body, who sees a province, and who leads a unit beneath."""
    pack, at = charter.load("vn_party"), cast.at("2026-01-02")
    first, second, third = (
        Tenure.objects.filter(ends_before=None).select_related("person").order_by("-id")[:3]
    )
    _given(first, "VN", "central_head_organising")
    _given(second, "VN-56", "provincial_secretary")
    found = {}
    for name, held in (("centre", first), ("province", second), ("beneath", third)):
        open_account.open_account(name, pack=pack, at=at, actor="test", person=held.person.code)
        account = Account.objects.get(name=name)
        account.last_login = at
        account.save()
        found[name] = Client()
        found[name].force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    return found


def _given(held: Tenure, unit: str, office: str) -> None:
    """A second post for who holds one, as if the same act had said so: the generated body has no offices above."""
    post = Post.objects.create(code=f"{unit}-1", unit=Unit.objects.get(code=unit), office=office)
    Tenure.objects.create(
        person=held.person, post=post, manner="appointed", starts_on=held.starts_on, opened_by=held.opened_by
    )


def pages() -> list[str]:
    """Pages of one unit, person, post and act, and the lists, with what may be looked for in them."""
    posts = Tenure.objects.filter(ends_before=None, post__office="grassroots_secretary")
    tenure = posts.select_related("person", "post__unit").latest("id")
    member = Membership.objects.select_related("person", "unit").latest("id")
    act = Act.objects.latest("id")
    unit, person, post = tenure.post.unit.code, member.person, tenure.post.code
    name = person.search_name.split()[0]
    return [
        f"/units/{unit}/", f"/units/{member.unit.code}/?as_of=2024-06-30", "/units/VN-56/", f"/people/{person.code}/",
        f"/people/{tenure.person.code}/", f"/posts/{post}/", f"/acts/{act.id}/", "/acts/", f"/acts/?issuer={unit}",
        f"/acts/?signed_from=2024-01-01&type={act.type}", "/acts/?q=bổ+nhiệm", f"/people/?q={name}",
        f"/people/?unit={member.unit.code}", "/log/", f"/search/?q={name}",
        "/api/v1/acts", f"/api/v1/acts?issuer={unit}", f"/api/v1/people?q={name}", f"/api/v1/people/{person.code}",
        f"/api/v1/people?unit={member.unit.code}", f"/api/v1/posts?unit={unit}", f"/api/v1/units/{unit}",
        f"/api/v1/units/{unit}/life", "/api/v1/tree", f"/api/v1/units?q={unit}", "/api/v1/log",
    ]  # fmt: skip


@contextlib.contextmanager
def explaining(scans: list[tuple[str, str]]) -> Iterator[None]:
    """Adds what is read from end to end: the table and the statement."""
    is_asking = False

    def explain(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal is_asking
        if not is_asking and sql.lstrip().upper().startswith(("SELECT", "WITH")) and sql != AT_FIRST_ROW:
            is_asking = True
            try:
                scans.extend((table, sql) for table in from_end_to_end(sql, params))
            finally:
                is_asking = False
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explain):
        yield


def from_end_to_end(sql: str, params: Any) -> set[str]:
    """The growing tables that a statement reads so; of those with few rows, where there is no other way."""
    with connection.cursor() as cursor:
        free = planned(cursor, sql, params)
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples <= 0")
        few = {row[0] for row in cursor.fetchall()}
        if not free & few:
            return free
        cursor.execute("SET enable_seqscan = off")
        dear = planned(cursor, sql, params)
        cursor.execute("SET enable_seqscan = on")
    return (free - few) | (dear & few)


def planned(cursor: Any, sql: str, params: Any) -> set[str]:
    """The growing tables that the plan of a statement reads from end to end."""
    cursor.execute("EXPLAIN (FORMAT JSON) " + sql, params)
    return set(read_whole(cursor.fetchone()[0][0]["Plan"]))


def read_whole(node: dict[str, Any]) -> Iterator[str]:
    """The growing tables that a plan reads from end to end, in their own order or in that of an index.

    Under a limit an index in order is not read whole, nor are the rows that it leads to.
    """
    is_whole = node["Node Type"] == "Seq Scan" or (
        node["Node Type"].startswith("Index") and "Index Cond" not in node and node["Plan Rows"] > 1_000_000
    )
    if is_whole and node.get("Relation Name") in KEYS:
        yield node["Relation Name"]
    below = node.get("Plans", ())
    for each in below if node["Node Type"] != "Limit" else ():
        yield from read_whole(each)
    for each in below if node["Node Type"] == "Limit" else ():
        yield from (table for table in read_whole(each) if not _in_order(each))


def _in_order(node: dict[str, Any]) -> bool:
    """Whether nothing beneath has to be read to its end before the first row comes."""
    if node["Node Type"] in ("Sort", "Aggregate", "Hash", "Unique", "WindowAgg", "Seq Scan"):
        return False
    return all(map(_in_order, node.get("Plans", ())))


def main() -> None:
    """Fill, look, tell."""
    begin(int(sys.argv[1]))
    found: dict[str, list[str]] = {}
    refused: list[str] = []
    num = 0
    for name, client in clients().items():
        client.get("/")  # The column store is made by whoever asks first.
        for page in pages():
            scans: list[tuple[str, str]] = []
            with explaining(scans):
                status = client.get(page).status_code
            num += status == 200
            if status not in (200, 403, 404):
                refused.append(f"{name} {page} {status}")
            for table, sql in scans:
                found.setdefault(f"{table}: {sql}", []).append(f"{name} {page}")
    seen = sorted(table for sql in WITHOUT_INDEX for table in from_end_to_end(sql, [7]))
    print(json.dumps({"seen": seen, "scans": found, "refused": refused, "num": num}))


if __name__ == "__main__":
    main()
