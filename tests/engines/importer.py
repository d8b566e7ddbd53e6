"""A process that imports a generated body, to be killed: `importer SIZE FOLDER begin|import|verify`."""

# ruff: noqa: E402

from __future__ import annotations

import json
import os
import pathlib
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
django.setup()

from django.db import connection

from bench import importing
from fasti import charter
from fasti.acts import chain, record
from fasti.acts.models import Act, Effect, PersonalField
from fasti.operations import import_acts, init_body, rebuild_register
from fasti.operations.importing import parts, recording


def main() -> None:
    """Begin the body, import into it, or say what it holds."""
    size, folder, asked = int(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    pack = charter.load("template")
    if asked == "begin":
        init_body.init(pack)
    elif asked == "import":
        parts.CHUNK, import_acts._LONG, recording._FEW = 200, 400, 200
        contents = importing.Story(size).acts()
        import_acts.import_acts(contents, pack=pack, recorded_at=importing.AT, actor="test", work=folder)
    else:
        found = {"acts": Act.objects.count(), "effects": Effect.objects.count(), "faults": faults()}
        found["rules"] = rules()
        print(json.dumps(found))


def rules() -> list[str]:
    """The indexes and foreign keys of the database, as it words them itself."""
    if connection.vendor == "sqlite":
        asked = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
    else:
        asked = (
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' UNION ALL SELECT conrelid::regclass || conname"
            " || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'"
        )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return sorted(row[0] for row in cursor.fetchall())


def faults() -> list[str]:
    """What is wrong with the register, the chains, the numbers and the sealed fields."""
    found = [str(each) for each in rebuild_register.differences()[:3]]
    codes = record.Codes()
    codes.learn_all()
    heads: dict[int, tuple[str, int]] = {}
    for act in Act.objects.select_related("issuer").order_by("id"):
        previous, place = heads.get(act.issuer_id, (chain.GENESIS, 0))
        parts = [act.effects.order_by("ordinal"), act.relations.order_by("id")]
        parts += [act.tasks.order_by("ordinal"), act.attachments.order_by("ordinal")]
        digest = chain.digest(record.content(act, *parts, codes=codes))
        if (act.previous_hash, act.sequence, act.hash) != (previous, place + 1, digest):
            found.append(f"chain broken at {act.code}")
        heads[act.issuer_id] = (act.hash, act.sequence)
    for field in PersonalField.objects.select_related("effect").iterator():
        if field.effect.data["commitments"][field.field] != chain.commitment(field.salt, field.value):
            found.append(f"personal field {field.id} does not fit its seal")
    return found[:5]


if __name__ == "__main__":
    main()
