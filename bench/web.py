"""Pages under load, as ratios of one run: against Django's admin over the same rows, and large bodies against small.

    python -m bench.web [--sizes 24000,5400000] [--engine postgres|sqlite] [--server URL] [--sample FOLDER]

For each size a body is filled as by `bench/issuing.py`, and kept where `--server` names a PostgreSQL server; `--sample`
adds a copy of a sample body (`./fasti demo --no-serve`). Each is served by `fasti serve` in a process of its own, and
beside it, on the same database, by an admin site that lives in this file alone: signed in with the same session, with
its usual counts and a hundred rows. Clients keep their connections and ask one after the other; what each page must
say is looked at once before measuring. The first requests, which build the column store, are told apart as `cold`.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import ROOT

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")

GOAL = 1.3
ROUNDS = 4
PATIENCE = 3600
"""Seconds for the first answer of a large body."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A page and the changelist over the same rows, in one kind of body."""

    name: str
    page: str
    says: str
    """What must stand in the page, so that a refusal is not taken for speed."""
    changelist: str
    has_goal: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A body that is served, by the product and by the admin."""

    title: str
    told: str
    product: int
    """The port, as of the baseline."""
    baseline: int
    session: str
    pairs: list[Pair]
    is_filled: bool


def filled(ids: dict[str, int]) -> list[Pair]:
    """What is asked of a body filled by statements: a lodge of a thousand members, and the region above them all."""
    return pairs("LODGE-1", "NORTH", ids, search=("filled", "Filled"))


def sampled(ids: dict[str, int]) -> list[Pair]:
    """What is asked of the sample body: an organisation of a district, its province, and the rest as above."""
    return pairs("VN-09-01", "VN-09", ids, search=("bổ nhiệm", "/acts/"))


def pairs(unit: str, above: str, ids: dict[str, int], *, search: tuple[str, str]) -> list[Pair]:
    """The pages, each with the changelist over the rows it draws on."""
    rows, (words, says) = "/admin/fasti/", search
    half = "signed_on__gte=2024-01-01&signed_on__lt=2024-07-01"
    asked = f"/reports/?form=half-year&unit={above}&period=2024-H1"
    return [
        Pair("a unit", f"/units/{unit}/", unit, f"{rows}membership/?unit__id__exact={ids[unit]}", True),
        Pair(
            "the unit above all",
            f"/units/{above}/",
            above,
            f"{rows}unitspan/?parent__id__exact={ids[above]}",
            True,
        ),
        Pair("search of the register", f"/acts/?q={words}", says, f"{rows}act/?q={words}"),
        Pair("a report", asked, "2024", f"{rows}act/?{half}"),
    ]


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="24000,5400000", help="members; the first is the baseline")
    parser.add_argument("--engine", choices=("postgres", "sqlite"), default="postgres")
    parser.add_argument(
        "--server",
        default="",
        help="address of a PostgreSQL server to keep filled bodies on for the next run",
    )
    parser.add_argument("--sample", type=Path, help="data folder of a sample body, which is copied")
    parser.add_argument(
        "--requests", type=int, default=400, help="requests of each page, by all clients together"
    )
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--json", action="store_true", help="print records for programs")
    parser.add_argument("--part", choices=("fill", "sample", "admin"), help=argparse.SUPPRESS)
    parser.add_argument("--of", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part == "admin":
        serve_admin(asked.of)
    elif asked.part:
        print(json.dumps(make(asked.of) if asked.part == "fill" else take()))
    else:
        tell(asked)
    return 0


def tell(asked: argparse.Namespace) -> None:
    """Serve all bodies at once, measure page after page in turns, and print the ratios."""
    import django

    print(
        f"machine: {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
        f"Django {django.__version__}, load {os.getloadavg()[0]:.1f}; {asked.clients} clients, "
        f"{asked.requests} requests of each page"
    )
    with contextlib.ExitStack() as stack:
        bodies = [stack.enter_context(each) for each in bodies_of(asked)]
        for each in bodies:
            print(f"{each.title}: {each.told}", flush=True)
        for at, pair in enumerate(bodies[0].pairs):
            report(pair, bodies, measured(bodies, at, asked), asked)
    print(f"load at the end: {os.getloadavg()[0]:.1f}")


def report(pair: Pair, bodies: list[Body], rows: list[dict[str, float]], asked: argparse.Namespace) -> None:
    """A page in every body: against the admin of the same body, and filled bodies against the first of them."""
    print(pair.name)
    first: float | None = None
    for each, row in zip(bodies, rows, strict=True):
        line = (
            f"  {each.title}: p50 {row['p50']:.0f} ms, p95 {row['p95']:.0f} (cold {row['cold']:.0f}); "
            f"admin p50 {row['admin_p50']:.0f}, p95 {row['admin_p95']:.0f}; {row['p95'] / row['admin_p95']:.2f} x admin"
        )
        if each.is_filled and first is not None:
            line += f"; {row['p95'] / first:.2f} x the small body"
            if pair.has_goal:
                line += f", goal {GOAL}: {'met' if row['p95'] <= GOAL * first else 'NOT met'}"
        if each.is_filled:
            first = first or row["p95"]
        print(line, flush=True)
    if pair.name == "a unit":
        tell_ratios(bodies, [row["p95"] for row in rows], asked)


def tell_ratios(bodies: list[Body], took: list[float], asked: argparse.Namespace) -> None:
    """The records of the page of a unit: the largest body against the sample body and the smallest filled one."""
    from bench import record

    members = [int(size) for size in asked.sizes.split(",") if size]
    sizes: dict[str, int | str] = {"members": members[-1], "engine": asked.engine}
    filled_ = [p95 for each, p95 in zip(bodies, took, strict=True) if each.is_filled]
    against = {
        "page.sample": took[0] if asked.sample else None,
        "page.size": filled_[0] if len(members) > 1 else None,
    }
    for claim, theirs in against.items():
        if theirs is None or not filled_:
            continue
        smaller = {"members_in_the_smaller": members[0]} if claim == "page.size" else {}
        found = record.made(
            claim, filled_[-1] / theirs, ours=f"{filled_[-1]:.0f} ms", theirs=f"{theirs:.0f} ms",
            sizes={**sizes, **smaller},
        )  # fmt: skip
        record.tell(found, as_json=asked.json)


# -- one body --------------------------------------------------------------------------------------------------------


def database(asked: argparse.Namespace, size: int) -> str:
    """The address of the database of a size; on a server of one's own a body that is there is taken up again."""
    if asked.engine == "sqlite":
        return ""
    name = f"bench_web_{size}"
    if not asked.server:
        from tests.engines import server

        return server.address(name)
    import psycopg
    from psycopg import conninfo, sql

    parts = urllib.parse.urlsplit(asked.server)
    with psycopg.connect(
        conninfo.make_conninfo(asked.server, dbname="postgres"), autocommit=True
    ) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return parts._replace(path=f"/{name}").geturl()


def bodies_of(asked: argparse.Namespace) -> Iterator[contextlib.AbstractContextManager[Body]]:
    """The sample body, where one is given, and a body of each size."""
    if asked.sample:
        yield body("sample body, sqlite", "sample", 0, "", asked.sample)
    for size in [int(each) for each in asked.sizes.split(",") if each]:
        yield body(f"{size:,} members, {asked.engine}", "fill", size, database(asked, size), None)


@contextlib.contextmanager
def body(title: str, part: str, size: int, address: str, sample: Path | None) -> Iterator[Body]:
    """Fill or copy a body and serve it both ways."""
    with tempfile.TemporaryDirectory() as folder:
        if sample:
            shutil.copytree(sample, folder, dirs_exist_ok=True)
        given = {**os.environ, "FASTI_HOME": folder, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
        given.pop("FASTI_DATABASE", None)
        if address:
            given["FASTI_DATABASE"] = address
        command = [sys.executable, "-m", "bench.web", "--part", part, "--of", str(size)]
        made = json.loads(subprocess.run(command, env=given, check=True, stdout=subprocess.PIPE).stdout)
        wanted = filled(made["ids"]) if part == "fill" else sampled(made["ids"])
        serve = [sys.executable, "-m", "fasti", "serve", "--port"]
        admin = [sys.executable, "-m", "bench.web", "--part", "admin", "--of"]
        with served(serve, given, "/health/") as product, served(admin, given, "/health/") as baseline:
            yield Body(title, made["told"], product, baseline, made["session"], wanted, part == "fill")


@contextlib.contextmanager
def served(command: list[str], given: dict[str, str], ready: str) -> Iterator[int]:
    """A server in a process of its own; its port, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    process = subprocess.Popen([*command, str(port)], env=given, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                connection.request("GET", ready)
                connection.getresponse().read()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"{command[1:4]} did not begin to answer") from None
                time.sleep(0.2)
        yield port
    finally:
        process.terminate()
        process.wait(60)


def measured(bodies: list[Body], at: int, asked: argparse.Namespace) -> list[dict[str, float]]:
    """Milliseconds of a page and of its changelist in each body, in turns: what else the machine does falls on all."""
    colds, took = list[float](), [(list[float](), list[float]()) for _ in bodies]
    for each in bodies:
        pair = each.pairs[at]
        began = time.perf_counter()
        once(each.product, pair.page, pair.says, each.session)
        colds.append((time.perf_counter() - began) * 1000)
        once(each.baseline, pair.changelist, "change-list", each.session)
    for turn in range(ROUNDS + 1):
        num = asked.requests // ROUNDS if turn else asked.clients
        for each, (ours, theirs) in zip(bodies, took, strict=True):
            pair = each.pairs[at]
            page = under_load(each.product, pair.page, each.session, num, asked.clients)
            changelist = under_load(each.baseline, pair.changelist, each.session, num, asked.clients)
            if turn:  # The first round warms both.
                ours += page
                theirs += changelist
    return [
        {
            "cold": cold, "p50": statistics.median(ours), "p95": at95(ours),
            "admin_p50": statistics.median(theirs), "admin_p95": at95(theirs),
        }
        for cold, (ours, theirs) in zip(colds, took, strict=True)
    ]  # fmt: skip


def at95(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.95)]


def once(port: int, address: str, says: str, session: str) -> None:
    """One request, whose answer must say what it should."""
    text = ask(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), address, session).decode()
    assert says in text, f"{address} does not say {says}"


def ask(connection: http.client.HTTPConnection, address: str, session: str) -> bytes:
    connection.request("GET", quoted(address), headers={"Cookie": f"fasti_session={session}"})
    answer = connection.getresponse()
    text = answer.read()
    assert answer.status == 200, f"{address}: {answer.status}"
    return text


def quoted(address: str) -> str:
    from urllib.parse import quote

    return quote(address, safe="/?=&-")


def under_load(port: int, address: str, session: str, num: int, clients: int) -> list[float]:
    """Milliseconds of so many requests by clients that keep their connections."""
    took, failed = list[float](), list[BaseException]()

    def client() -> None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            for _ in range(max(1, num // clients)):
                before = time.perf_counter()
                ask(connection, address, session)
                took.append((time.perf_counter() - before) * 1000)
            connection.close()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    if failed:
        raise failed[0]
    return took


# -- in a process of their own ---------------------------------------------------------------------------------------


def make(size: int) -> dict[str, Any]:
    """The guild of the tests, filled; who looks is the chair of the region that all of it lies in."""
    from tests.engines import writers as processes

    from bench import issuing

    processes.load()
    before = time.perf_counter()
    if not is_filled():
        processes.begin()
        issuing.fill(size)
    took = time.perf_counter() - before
    from tests import cast
    from tests.browser import body as cast_body

    from fasti.access.models import Account

    account = Account.objects.filter(person__code="BRUNO").first()
    session = cast_body.session_of(account) if account else cast_body.session("BRUNO", cast.at("2024-10-02"))
    return {
        "session": session,
        "ids": ids("LODGE-1", "NORTH"),
        "told": f"filled in {took:.0f} s, {counted()}",
    }


def is_filled() -> bool:
    """Whether the body is there already."""
    from django.db import connection

    from fasti.subjects.models import Unit

    is_begun = Unit._meta.db_table in connection.introspection.table_names()
    return is_begun and Unit.objects.filter(code="LODGE-1").exists()


def take() -> dict[str, Any]:
    """The sample body as it is; who looks is the head of a provincial organising committee."""
    import django

    django.setup()
    from tests.docs import draw_pages

    return {"session": draw_pages._session("province"), "ids": ids("VN-09-01", "VN-09"), "told": counted()}


def ids(*codes: str) -> dict[str, int]:
    from fasti.subjects.models import Unit

    return dict(Unit.objects.filter(code__in=codes).values_list("code", "id"))


def counted() -> str:
    from fasti.acts.models import Act, Effect
    from fasti.register.models import Membership
    from fasti.subjects.models import Unit

    models = (("members", Membership), ("units", Unit), ("acts", Act), ("effects", Effect))
    return ", ".join(f"{model.objects.count():,} {name}" for name, model in models)


def serve_admin(port: int) -> None:
    """Django's admin over the same database, as its documentation sets it up; only the rights are given to whoever is
    signed in, as the product's accounts have no use for the admin's."""
    import types

    from fasti import settings as ours

    names = {name: getattr(ours, name) for name in dir(ours) if name.isupper()}
    skipped = ("fasti.web", "django_htmx")
    names["INSTALLED_APPS"] = [*names["INSTALLED_APPS"], "django.contrib.admin"]
    names["MIDDLEWARE"] = [each for each in names["MIDDLEWARE"] if not each.startswith(skipped)]
    names["ROOT_URLCONF"] = "bench_admin_urls"
    processors = ("debug", "request")
    names["TEMPLATES"] = [{
        "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
        "OPTIONS": {"context_processors": [
            *(f"django.template.context_processors.{each}" for each in processors),
            "django.contrib.auth.context_processors.auth", "django.contrib.messages.context_processors.messages",
        ]},
    }]  # fmt: skip
    names["SILENCED_SYSTEM_CHECKS"] = ["admin.E410", "admin.E408", "admin.E409"]
    module = types.ModuleType("bench_admin_settings")
    vars(module).update(names)
    sys.modules["bench_admin_settings"] = module
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench_admin_settings"
    import django

    django.setup()
    sys.modules["bench_admin_urls"] = urls()
    import waitress
    from django.core.wsgi import get_wsgi_application

    waitress.serve(get_wsgi_application(), host="127.0.0.1", port=port, threads=8, ident="", _quiet=True)


def urls() -> Any:
    """The addresses of the admin."""
    import types

    from django.contrib import admin
    from django.http import HttpResponse
    from django.urls import path

    from fasti.acts.models import Act
    from fasti.register.models import Membership, UnitSpan

    class Site(admin.AdminSite):
        def has_permission(self, request: Any) -> bool:
            return bool(request.user.pk)

    class Rows(admin.ModelAdmin):
        def has_view_permission(self, request: Any, obj: Any = None) -> bool:
            return True

        has_change_permission = has_view_permission

        def has_module_permission(self, request: Any) -> bool:
            return True

        def has_add_permission(self, request: Any) -> bool:
            return False

        def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
            return False

    def rows(**more: Any) -> type[Rows]:
        return type("Listed", (Rows,), more)

    site = Site()
    site.register(Act, rows(
        list_display=("symbol", "title", "type", "issuer", "signed_on", "in_force_on"), list_select_related=("issuer",),
        search_fields=("symbol", "title", "text"), ordering=("-signed_on", "-id"),
    ))  # fmt: skip
    site.register(Membership, rows(
        list_display=("person", "unit", "stage", "starts_on", "ends_before"), list_select_related=("person", "unit"),
        ordering=("id",),
    ))  # fmt: skip
    site.register(UnitSpan, rows(
        list_display=("unit", "kind", "starts_on", "ends_before"), list_select_related=("unit",), ordering=("id",),
    ))  # fmt: skip
    module = types.ModuleType("bench_admin_urls")
    vars(module)["urlpatterns"] = [
        path("admin/", site.urls), path("health/", lambda request: HttpResponse("ok"))
    ]  # fmt: skip
    return module


if __name__ == "__main__":
    sys.exit(main())
