"""Programs in processes of their own, each asking one thing at the same moment of a body in a data folder.

`python -m tests.api.asking HOME begin` makes the body and prints a key and the number of a draft;
`python -m tests.api.asking HOME issue KEY DRAFT MOMENT` issues the draft at that moment and prints the answer.
"""

from __future__ import annotations

import os
import sys

from tests.engines import writers


def main(home: str, verb: str, *arguments: str) -> None:
    """Do one thing with the body in a data folder."""
    os.environ |= {"FASTI_HOME": home, "DJANGO_SETTINGS_MODULE": "fasti.settings"}
    os.environ.pop("FASTI_DATABASE", None)
    import django

    django.setup()
    begin() if verb == "begin" else issue(*arguments)


def begin() -> None:
    """The guild of the cast, with a draft of Bruno's and a token for him."""
    from django.core.management import call_command

    from tests import cast
    from tests.api import conftest
    from tests.api.test_drafts import content

    call_command("migrate", verbosity=0)
    cast.found_guild()
    bruno = conftest.Program(conftest.key("BRUNO"))
    bruno.client.defaults["SERVER_NAME"] = "localhost"
    print(bruno.key, bruno.post("drafts", content(), status=201)["draft"])


def issue(key: str, draft: str, moment: str) -> None:
    """Issue the draft at a moment."""
    from tests.api.conftest import Program

    bruno = Program(key)
    bruno.client.defaults["SERVER_NAME"] = "localhost"
    bruno.get("me")
    writers.wait_for(float(moment))
    answer = bruno.raw("post", f"drafts/{draft}/issue", If_Match='"1"', Idempotency_Key="the-same-key")
    print(answer.status_code, answer.content.decode())


if __name__ == "__main__":
    main(*sys.argv[1:])
