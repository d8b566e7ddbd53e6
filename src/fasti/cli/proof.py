"""How the proof of a body is told: findings by group, each with its act, its subject, its sentence, and what to do."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fasti import words
from fasti.operations.verify_record import Finding, Proof

MOST = 20
"""Findings of one check that are told one by one; programs are told all that were kept."""


def tell(proof: Proof, lang: str) -> None:
    """Every finding, for people: faults to stderr, notices to stdout."""
    for group, found in itertools.groupby(proof.findings, key=lambda each: each.check.group):
        listed = list(found)
        out = sys.stderr if any(each.check.severity == "fault" for each in listed) else sys.stdout
        name = words.say(f"check-group-{group}", lang)
        print(words.say("cli-verify-group", lang, group=name), file=out)
        for code, several in itertools.groupby(listed, key=lambda each: each.code):
            _tell_some(list(several), proof.left_out.get(code, 0), lang)


def _tell_some(found: Sequence[Finding], left_out: int, lang: str) -> None:
    """The first findings of a check, and how many there are more."""
    for each in found[:MOST]:
        _tell(each, lang)
    more = len(found) - MOST + left_out
    if more > 0:
        out = sys.stderr if found[0].check.severity == "fault" else sys.stdout
        print("  " + words.say("cli-verify-more", lang, code=found[0].code, n=more), file=out)


def _tell(found: Finding, lang: str) -> None:
    out = sys.stderr if found.check.severity == "fault" else sys.stdout
    grave = words.say(f"cli-verify-{found.check.severity}", lang)
    act = found.act or words.say("cli-verify-nobody", lang)
    about = ", ".join(text for text in (grave, act, found.subject) if text)
    remedy = words.say(f"remedy-{found.check.remedy}", lang)
    print(f"  {about}: {sentence(found, lang)} {remedy} [{found.code}]", file=out)


def sentence(found: Finding, lang: str) -> str:
    """What is wrong, in a language."""
    message = f"check-{found.check.says}"
    named = {name: _shown(value, lang) for name, value in found.args.items()}
    return words.say(message, lang, **dict.fromkeys(words.variables(message, lang), "-") | named)


def _shown(value: Any, lang: str) -> str:
    return words.day(value, lang) if isinstance(value, date) else str(value)


def as_json(proof: Proof, lang: str) -> str:
    """The proof for programs."""
    return json.dumps(
        {
            "acts": proof.num_acts,
            "effects": proof.num_effects,
            "checks": len(proof.checks),
            "faults": [_row(each, lang) for each in proof.faults],
            "notices": [_row(each, lang) for each in proof.notices],
            "left_out": dict(proof.left_out),
        },
        ensure_ascii=False,
    )


def _row(found: Finding, lang: str) -> Mapping[str, Any]:
    return {
        "code": found.code,
        "group": found.check.group,
        "act": found.act,
        "subject": found.subject,
        "sentence": sentence(found, lang),
        "remedy": words.say(f"remedy-{found.check.remedy}", lang),
        "args": {name: str(value) for name, value in found.args.items()},
    }


def progress(lang: str) -> Any:
    """Says on stderr how far it has come, where somebody is watching; None where nobody is."""
    if not sys.stderr.isatty():
        return None

    def told(group: str, done: int, total: int) -> None:
        what = words.say(f"check-group-{group}", lang)
        line = words.say("cli-progress", lang, done=done, all=total, what=what)
        print(f"\r\x1b[K{line}" if done < total else "\r\x1b[K", end="", file=sys.stderr, flush=True)

    return told
