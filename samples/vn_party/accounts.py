"""The demo accounts of the sample body: one for each role, from the centre to a member, and a technical one."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from fasti import charter, words
from fasti.access.models import Account
from fasti.operations import open_account
from fasti.operations.naming import Names
from fasti.register import read
from fasti.register.models import Membership, Tenure
from fasti.subjects.models import Person


@dataclass(frozen=True)
class Role:
    """Who signs in: the first, by code, who holds an office in a unit on the day. Without an office: a plain member."""

    name: str
    office: str
    unit: str
    """Code of the post's unit, or what it begins with."""


ROLES = (
    Role("centre", "department_director", "VN-DP1"),
    Role("secretary", "provincial_secretary", "VN-09"),
    Role("province", "head_organising", "VN-09"),
    Role("deputy", "deputy_head_organising", "VN-09"),
    Role("neighbour", "head_organising", "VN-HP"),
    Role("commune", "commune_secretary", "VN-09"),
    Role("branch", "grassroots_secretary", "VN-09"),
    Role("member", "", "VN-09"),
)
TECHNICAL = "technical"
PASSWORD = "demo-password"
"""The file in the data folder that keeps the password of the demo accounts, so that it can be told again."""


@dataclass(frozen=True)
class Opened:
    """The demo accounts and their one password."""

    password: str
    people: tuple[tuple[str, int | None], ...]
    """Name of the account, and the person it is of."""
    day: date

    def told(self, pack: charter.Pack, lang: str) -> Iterator[str]:
        """Each account as a line: its name, whose it is, and the post it works by."""
        names = Names(pack=pack, lang=lang)
        width = max(len(name) for name, _ in self.people)
        for name, person in self.people:
            if person is None:
                yield f"{name:{width}}  {words.say('cli-demo-technical', lang)}"
                continue
            post = Tenure.objects.filter(read.on(self.day), person=person).order_by("starts_on").first()
            office = names.post(post.post_id) if post else words.say("cli-demo-member", lang)
            yield f"{name:{width}}  {names.person(person)}, {office}"


def open_all(pack: charter.Pack, *, home: pathlib.Path, at: datetime) -> Opened:
    """Open the accounts that are missing; the password is made once and kept in the data folder."""
    password = _password(home)
    people = [(role.name, holder(role, day=at.date())) for role in ROLES]
    for name, person in people:
        if not Account.objects.filter(name=name).exists():
            open_account.open_account(
                name, pack=pack, at=at, actor="demo", person=person.code, password=password
            )
    if not Account.objects.filter(name=TECHNICAL).exists():
        open_account.open_account(TECHNICAL, pack=pack, at=at, actor="demo", password=password)
    return Opened(password, (*((name, person.id) for name, person in people), (TECHNICAL, None)), at.date())


def _password(home: pathlib.Path) -> str:
    path = home / PASSWORD
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(open_account.made_up(), encoding="ascii")
    return path.read_text(encoding="ascii")


def holder(role: Role, *, day: date) -> Person:
    """The person of a role on a day; raises `LookupError` if the sample has none."""
    if role.office:
        tenures = Tenure.objects.filter(
            read.on(day), post__office=role.office, post__unit__code__startswith=role.unit
        )
        found = tenures.order_by("post__code", "person__code").values_list("person", flat=True).first()
    else:
        plain = Membership.objects.filter(read.on(day), unit__code__startswith=role.unit, stage="full")
        busy = Tenure.objects.values("person")
        found = (
            plain.exclude(person__in=busy).order_by("person__code").values_list("person", flat=True).first()
        )
    if found is None:
        raise LookupError(f"the sample has nobody for {role.name} on {day}")
    return Person.objects.get(id=found)
