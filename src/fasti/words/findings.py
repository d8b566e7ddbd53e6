"""What a check may find wrong: every code with the arguments its sentence takes, the same in every language.

The sentence of a code is the message `finding-<code>`: what is wrong, then what to do about it. Arguments are
texts ready for the reader: codes or names, days by `words.day`, references of articles.
"""

from __future__ import annotations

from fasti.words.languages import Unsayable
from fasti.words.messages import say

FINDINGS: dict[str, tuple[str, ...]] = {
    # names that are not there, or twice
    "unknown-unit": ("unit",),
    "unknown-person": ("person",),
    "unknown-post": ("post",),
    "unknown-act": ("value",),
    "unknown-act-type": ("act_type",),
    "unknown-effect": ("effect",),
    "unknown-office": ("value",),
    "unknown-kind": ("kind",),
    "unknown-relation": ("value",),
    "unknown-provider": ("value",),
    "unknown-reason": ("value",),
    "unknown-form": ("value",),
    "unknown-level": ("value",),
    "unknown-class": ("confidentiality", "article"),
    "duplicate-code": ("value",),
    # the shape of what was handed in
    "malformed-day": ("field", "value"),
    "malformed-json": ("file", "line"),
    "malformed-yaml": ("file", "line"),
    "missing-field": ("field",),
    "unexpected-field": ("field",),
    "wrong-type": ("field", "value"),
    "period-malformed": ("value",),
    "stage-unknown": ("value",),
    "text-has-nul": ("field",),
    "text-malformed": ("field",),
    "text-turns-direction": ("field",),
    "text-too-long": ("field", "number", "limit"),
    "malformed-code": ("field", "value", "limit"),
    "day-not-after": ("field", "until", "day"),
    # units
    "unit-not-there": ("unit", "day"),
    "unit-without-day": ("unit", "day"),
    "unit-already-founded": ("unit",),
    "unit-exists-later": ("unit", "day"),
    "unit-without-issuer": ("unit",),
    "kind-not-under-parent": ("unit", "kind", "other_unit", "article"),
    "unit-without-members": ("unit", "kind", "article"),
    "tree-cycle": ("unit", "other_unit"),
    "unit-has-members": ("unit", "count", "day"),
    "unit-has-units": ("unit", "count", "day"),
    "same-unit": ("unit",),
    "successor-not-there": ("other_unit", "day"),
    # posts
    "post-not-there": ("post", "day"),
    "post-already-established": ("post",),
    "post-not-for-unit": ("post", "unit", "kind", "article"),
    "post-over-seats": ("post", "limit", "day"),
    "post-occupied": ("post", "person", "day"),
    "seats-below-holders": ("post", "number", "count", "day"),
    # members
    "person-in-two-places": ("person", "unit", "other_unit", "day"),
    "not-a-member": ("person", "day"),
    "already-full-member": ("person", "day"),
    "already-member": ("person", "unit", "day"),
    "personal-data-differ": ("person", "field"),
    "still-holds-posts": ("person", "post", "day"),
    "probation-too-short": ("person", "until", "article"),
    # persons entered twice
    "same-entry": ("person",),
    "entry-given-up": ("person", "other_person"),
    "entries-in-a-circle": ("person", "other_person"),
    "entries-do-not-fit": ("value",),
    "malformed-document-number": (),
    "document-key-missing": ("file",),
    # tenures and the pool
    "already-holds-post": ("person", "post", "day"),
    "does-not-hold-post": ("person", "post", "day"),
    "same-post": ("person", "post"),
    "plan-too-many-persons": ("post", "limit", "article"),
    "plan-too-many-posts": ("person", "limit", "article"),
    "plan-not-higher": ("person", "post", "article"),
    "already-planned": ("person", "post", "day"),
    "not-planned": ("person", "post", "day"),
    "swap-with-oneself": ("person",),
    # moves of units and of members
    "organ-moves-with-unit": ("unit", "kind", "article"),
    "shares-above-whole": ("unit", "number", "day"),
    "not-member-of": ("person", "unit", "day"),
    "was-a-member": ("person", "day"),
    "never-a-member": ("person", "day"),
    "readmit-too-early": ("person", "until", "article"),
    # ratings and sanctions
    "unknown-grade": ("value", "article"),
    "unknown-ground": ("value", "article"),
    "unknown-sanction": ("value",),
    "sanction-not-for": ("value", "article"),
    "sanction-without-end": ("value", "article"),
    "sanction-not-there": ("value", "day"),
    # authority
    "not-granted": ("right", "unit", "article"),
    "not-cleared": ("unit", "confidentiality"),
    "four-eyes": ("act_type", "article"),
    "not-authorised": ("unit", "kind", "act_type", "article"),
    "signer-not-in-office": ("person", "post", "day"),
    "signer-may-not-sign": ("person", "post", "act_type", "article"),
    "effect-not-allowed": ("effect", "act_type", "article"),
    "effect-before-unit": ("effect", "unit", "day"),
    "effect-outside-unit": ("effect", "unit", "other_unit"),
    "person-out-of-reach": ("person",),
    "no-rule": ("value", "day"),
    # accounts
    "unknown-account": ("value",),
    "account-closed": ("value",),
    "account-name-malformed": ("value",),
    "account-name-taken": ("value",),
    "account-of-person": ("person", "value"),
    "account-above": ("value",),
    # the act itself
    "signed-before-unit": ("unit", "day"),
    "in-force-before-signed": ("day", "until"),
    "number-taken": ("number", "unit", "value"),
    "recorded-out-of-order": ("unit", "day"),
    "findings-left-out": ("count",),
    "attachment-missing": ("file",),
    "attachment-unreadable": ("file",),
    "attachment-too-large": ("file", "number", "limit"),
    "attachment-by-path": ("file",),
    "attachment-empty": ("file",),
    "attachment-of-other-kind": ("file",),
    "attachment-not-what-it-says": ("file",),
    "task-without-unit": ("number",),
    "training-without-topics": ("value",),
    "award-without-work": (),
    "nothing-to-do": (),
    # relations and withdrawal
    "relation-target-not-issued": ("value",),
    "relation-to-itself": (),
    "concretises-lower": ("value", "unit", "article"),
    "already-withdrawn": ("value", "day"),
    "may-not-withdraw": ("unit", "value", "article"),
    "withdraw-would-break": ("act", "value"),
    "already-voided": ("effect", "value"),
    "void-by-relation": (),
    # correction, amendment, plans
    "signed-in-future": ("day",),
    "attachment-elsewhere": ("file",),
    "may-not-change": ("unit", "value", "article"),
    "may-not-be-part": ("unit", "value", "article"),
    "withdraw-corrected": ("value", "act"),
    "no-such-effect": ("value", "number"),
    "amends-the-past": ("value", "number", "day"),
    # importing sheets
    "file-not-tables": ("file",),
    "workbook-unreadable": ("file",),
    "workbook-too-large": ("file",),
    "encoding-undecided": ("file", "value"),
    "encoding-wrong": ("file", "value"),
    "csv-malformed": ("file",),
    "folder-not-empty": ("file",),
    "sheet-unknown": ("sheet",),
    "sheet-missing": ("sheet",),
    "sheet-without-headings": ("sheet",),
    "sheet-hidden": ("sheet",),
    "nothing-to-import": ("file",),
    "heading-unknown": ("value",),
    "heading-twice": ("value",),
    "heading-missing": ("field",),
    "cell-without-heading": ("value",),
    "cell-formula": ("value",),
    "cell-error": ("value",),
    "cells-merged": ("value",),
    "row-hidden": (),
    "day-unreadable": ("value",),
    "day-impossible": ("value",),
    "day-ambiguous": ("value", "first", "second"),
    "day-with-time": ("value",),
    "cell-day-for-text": ("field", "value"),
    "cell-number-for-code": ("field", "value"),
    "cell-not-whole": ("field", "value"),
    "choice-unknown": ("field", "value", "choices"),
    "choice-unclear": ("value", "choices"),
    "field-not-of-kind": ("field", "effect"),
    "act-key-twice": ("value",),
    "act-key-unknown": ("value",),
    "order-twice": ("number",),
    "list-malformed": ("field", "value"),
    # returns
    "return-accepted": ("unit", "return_form", "period", "day", "by", "article"),
    "return-closed": ("unit", "return_form", "period", "day", "by", "article"),
    "return-not-submitted": ("unit", "return_form", "period"),
    "return-other-version": ("unit", "return_form", "period", "number", "version"),
    "return-not-locked": ("unit", "return_form", "period"),
    "return-not-owed": ("unit", "return_form", "period"),
    "return-form-not-handed-in": ("return_form", "day", "article"),
    "return-wrong-period": ("return_form", "period", "article"),
    "return-to-other": ("unit", "other_unit", "article"),
    "return-other-day": ("unit", "return_form", "period", "day"),
    "return-other-form": ("unit", "return_form", "period"),
    "return-of-other-unit": ("unit", "other_unit", "return_form", "period"),
    "return-signed-by-other": ("unit", "return_form", "period", "article"),
    "return-answered-by-other": ("unit", "return_form", "period", "other_unit", "article"),
    "return-figure-unknown": ("figure", "return_form"),
    "return-figure-missing": ("figure",),
    "return-figure-malformed": ("figure", "value"),
    "return-sum-differs": ("figure", "value", "sum", "remark"),
    "return-figure-above": ("figure", "value", "limit", "remark"),
    "return-figure-outside": ("figure", "value", "low", "high", "remark"),
    "return-not-carried": ("figure", "value", "before", "remark"),
    "return-far-from-previous": ("figure", "value", "before", "remark"),
    "return-figure-unusual": ("figure", "value", "before", "remark"),
    "return-narrative-missing": ("figure",),
    # narrative reports
    "claims-format-unknown": ("file",),
    "claims-empty": ("file",),
    "claims-broken": (
        "file",
        "value",
    ),
    "claims-cut": (
        "file",
        "number",
        "limit",
    ),
    "claims-unreadable": (
        "file",
        "detail",
    ),
    "claims-locked": ("file",),
    "claims-tables": (
        "file",
        "number",
    ),
    "claims-pictures": ("file",),
    "claims-pages-without-text": (
        "file",
        "pages",
        "number",
    ),
    "claims-language-unknown": ("file",),
    "claims-passages-unread": (
        "file",
        "number",
    ),
    "claims-languages-mixed": (
        "file",
        "value",
    ),
    "claims-pack-silent": ("value",),
    "claims-total": (
        "number",
        "total",
        "difference",
        "value",
    ),
}


def finding(code: str, lang: str, /, *, act: str = "", article: str = "", **args: object) -> str:
    """The sentence of a finding, led by the act it is about and closed by the article, where these are given.

    A sentence that has a place for the article says so where it is empty.

    Raises `Unsayable` for an unknown code or a missing argument.
    """
    if code not in FINDINGS:
        raise Unsayable(f"no finding has the code {code!r}")
    takes = FINDINGS[code]
    stated = article or say("finding-no-article", lang)
    if act:
        args["act"] = act
    text = say(f"finding-{code}", lang, **args, article=stated)
    if article and "article" not in takes:
        text = say("finding-with-article", lang, finding=text, article=article)
    if act and "act" not in takes:
        text = say("finding-of-act", lang, finding=text, act=act)
    return text
