"""What stands in the way of whoever wants to draft, check, issue or import: a right not held, or one person for two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from fasti import charter
from fasti.access import acts, people, rights
from fasti.access.actor import Actor
from fasti.access.sight import Sight
from fasti.acts.findings import Finding
from fasti.acts.models import Draft
from fasti.operations import naming
from fasti.register.models import Tenure
from fasti.subjects.models import Unit

WORK = (rights.DRAFT, rights.CHECK, rights.ISSUE)
"""Each of these is enough to try a draft out."""


def check(
    who: Actor, *any_of: str, unit: int, confidentiality: str, pack: charter.Pack, act: int = 0
) -> list[Finding]:
    """Finding `not-granted` or `not-cleared`, unless one of the rights is held over such papers of the unit."""
    if any(acts.may(right, who.sight, unit=unit, confidentiality=confidentiality) for right in any_of):
        return []
    if any(who.sight.may(right, unit) for right in any_of):
        return [Finding("not-cleared", {"unit": unit, "confidentiality": confidentiality}, act=act)]
    article = granted_by(any_of[-1], pack=pack, as_of=who.sight.day)
    args: dict[str, object] = {"right": any_of[-1], "unit": unit, "article": article}
    return [Finding("not-granted", args, article, act=act)]


def granted_by(right: str, *, pack: charter.Pack, as_of: date) -> str:
    """The article by which the pack grants a right, the first in its order; empty if it grants it to nobody."""
    if as_of == date.min:
        return ""
    return next((grant.reference for grant in pack.grants(as_of=as_of) if right in grant.rights), "")


def check_four_eyes(
    who: Actor, draft: Draft | None, *, act_type: str, signed_on: date, pack: charter.Pack
) -> Iterator[Finding]:
    """Finding `four-eyes` when the rules of the day of signing ask for a second person and there was none.

    Whoever drafted may not issue; whoever changed a draft may if somebody else found it ready afterwards. Without a
    kept draft, writing and issuing are one; but what the operator records from a file was decided elsewhere. Accounts
    of nobody are not asked: they issue only as long as nobody holds a post.
    """
    if who.person is None and (draft is None or not _is_at_the_machine(who)):
        return
    rule = pack.four_eyes(as_of=signed_on)
    if rule.ask(act_type) and (draft is None or _is_alone(who.person, draft)):
        yield Finding("four-eyes", {"act_type": act_type, "article": rule.reference}, rule.reference)


def _is_at_the_machine(who: Actor) -> bool:
    """Whether it is the operator, in a body in which somebody else could look: posts are held."""
    return who.is_kept and is_everything(who.sight) and Tenure.objects.exists()


def _is_alone(person: int | None, draft: Draft) -> bool:
    """Whether only this person (None: the operator) has looked at the draft, or wrote it in the first place."""
    if draft.drafted_by_id == person:
        return True
    return draft.changed_by_id == person and draft.checked_by_id in (None, person)


class Imported:
    """Checks the acts of an import as they come by: of which issuers, in which classes."""

    def __init__(self, who: Actor, pack: charter.Pack) -> None:
        self._who, self._pack = who, pack
        self._asked: set[tuple[str, str]] = set()
        self._founded: dict[str, int | None] = {}
        """Units that the import itself founds, by the recorded unit they come to stand under."""
        self.findings: list[Finding] = []

    def passing(self, contents: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        """The same contents. The findings are complete when the last has gone by."""
        for index, content in enumerate(contents):
            key = (str(content.get("issuer")), str(content.get("confidentiality") or "normal"))
            if key not in self._asked:
                self._asked.add(key)
                self.findings += self._check(*key, index)
            self._learn(content)
            yield content

    def _learn(self, content: Mapping[str, Any]) -> None:
        """A unit that is founded is within reach where the unit is that it is founded under."""
        for effect in content.get("effects") or ():
            if isinstance(effect, Mapping) and effect.get("kind") == "FOUND":
                above = str(effect.get("parent") or content.get("issuer"))
                self._founded[str(effect.get("unit"))] = self._recorded(above)

    def _recorded(self, code: str) -> int | None:
        """The unit of that code, or the recorded one above it if the import founds it."""
        found = Unit.objects.filter(code=code).values_list("id", flat=True).first()
        return found if found is not None else self._founded.get(code)

    def _check(self, issuer: str, level: str, index: int) -> list[Finding]:
        unit = self._recorded(issuer)
        if unit is not None:
            return check(
                self._who, rights.IMPORT, unit=unit, confidentiality=level, pack=self._pack, act=index
            )
        if self._who.sight.within(rights.IMPORT).is_all:
            return []
        article = granted_by(rights.IMPORT, pack=self._pack, as_of=self._who.sight.day)
        args: dict[str, object] = {"right": rights.IMPORT, "unit": issuer, "article": article}
        return [Finding("not-granted", args, article, act=index)]


def is_everything(sight: Sight) -> bool:
    """Whether nothing needs to be asked: the operator's sight."""
    return sight.account is None and sight.within(rights.ISSUE).is_all


def check_account(
    who: Actor, person: int | None, *, pack: charter.Pack, lang: str = "en", is_above: bool = False
) -> list[Finding]:
    """Finding `not-granted` unless accounts are the actor's matter where the person's record rests.

    An account of nobody is a matter of the whole body; one that opens accounts itself (`is_above`), of the machine.
    """
    reach = who.sight.within(rights.ACCOUNTS)
    units = () if person is None else people.rests_with(person, day=who.sight.day)
    if not is_above and (reach.is_all or any(reach.holds(unit) for unit in units)):
        return []
    article = granted_by(rights.ACCOUNTS, pack=pack, as_of=who.sight.day)
    names = naming.Names(pack=pack, lang=lang)
    unit = names.unit(units[0]) if units else pack.name("body", "name", lang)
    return [Finding("not-granted", {"right": rights.ACCOUNTS, "unit": unit, "article": article}, article)]
