"""`fasti serve`: the web application and the API, until it is stopped."""

from __future__ import annotations

import argparse
import importlib
import ipaddress
import logging
import sys
import threading
from typing import Any

from fasti import words
from fasti.cli import asked, upgrade
from fasti.cli.errors import BadInput

HOST, PORT, THREADS = "127.0.0.1", 8000, 8


def add_parser(nouns: Any) -> None:
    """The grammar of the command."""
    noun = nouns.add_parser("serve", help="serve the web application and the API")
    add_where(noun)
    asked.add_language(noun)
    noun.set_defaults(run=run)


def add_where(parser: argparse.ArgumentParser) -> None:
    """--host, --port and --threads."""
    parser.add_argument(
        "--host", default=HOST, help=f"address to listen on (default: {HOST}, this machine only)"
    )
    parser.add_argument("--port", type=_port, default=PORT, help=f"port to listen on (default: {PORT})")
    parser.add_argument(
        "--threads", type=int, default=THREADS, help=f"requests answered at once (default: {THREADS})"
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65_536:
        raise BadInput(words.say("cli-malformed-argument", "en", value=text))
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Serve the body of this database."""
    asked.body(arguments.lang)
    return serve(arguments)


def serve(arguments: argparse.Namespace) -> int:
    """Answer requests until the process is stopped; 0 when it was stopped from the keyboard."""
    import waitress
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    from fasti.operations import upgrade_body

    lang = arguments.lang
    _require_https(arguments.host, lang)
    try:
        if made := upgrade_body.upgrade():
            print(words.say("cli-upgraded", lang, unit=asked.body(lang).id, n=len(made)), flush=True)
    except upgrade_body.MadeByNewer as error:
        raise BadInput(upgrade.refusal(lang)) from error
    application = get_wsgi_application()
    threading.Thread(target=_warm, daemon=True).start()
    try:
        server = waitress.create_server(
            application,
            host=arguments.host,
            port=arguments.port,
            threads=arguments.threads,
            ident="",
            max_request_body_size=2**30,
            # Behind https, what the server before us says of scheme and address is read; otherwise it is thrown away.
            clear_untrusted_proxy_headers=not settings.IS_HTTPS,
        )
    except OSError as error:
        where = f"{arguments.host}:{arguments.port}"
        raise BadInput(
            words.say("cli-cannot-listen", lang, where=where, detail=words.trouble(error, lang))
        ) from error
    print(words.say("cli-serving", lang, address=_address(arguments.host, arguments.port)), flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        server.close()
    return 0


def _address(host: str, port: int) -> str:
    """Where people find it. This machine is called by its name: browsers know no passkeys at addresses of numbers."""
    from django.conf import settings

    is_named = _is_here(host) and "localhost" in settings.ALLOWED_HOSTS
    shown = "localhost" if is_named else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def _is_here(host: str) -> bool:
    """Whether nobody but this machine reaches that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _warm() -> None:
    """Load the pages and what figures need, bring the column store up to date, and go on with work left unfinished:
    so the first who asks does not wait for it. The doors are named, not imported: they know nothing of one another.
    """
    from django.conf import settings
    from django.db import connections

    from fasti import charter
    from fasti.acts.models import Body
    from fasti.indicators import columns
    from fasti.operations import index_acts

    try:
        importlib.import_module(settings.ROOT_URLCONF)
        importlib.import_module("fasti.web.work").POOL.start()
        importlib.import_module("ibis")
        index_acts.ready(charter.load(Body.objects.values_list("pack", flat=True).get()))
        columns.current()
    except Exception:
        # Whoever asks first meets the same failure, where it can be told.
        logging.getLogger("fasti.serve").exception("warming up")
    finally:
        connections.close_all()


def _require_https(host: str, lang: str) -> None:
    """Passwords never travel in clear beyond this machine."""
    from django.conf import settings

    if not _is_here(host) and not settings.IS_HTTPS:
        raise BadInput(words.say("cli-serve-https", lang, host=host))
