"""What is wrong with a pack, and the question a pack cannot answer.

A pack is checked whole before it is refused: every mistake is a `BadPackFinding` with its file, its line, a
stable code, a sentence and what to do about it. `NoRule` is raised when a sound pack is asked for a rule on
a day for which it has none: a missing rule never reads as zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

# code: (sentence, remedy). The words in braces come from the finding's args.
SENTENCES: Mapping[str, tuple[str, str]] = {
    "pack-missing": (
        "There is no pack {name}.",
        "Name one of: {known}; or give the path of a pack's folder.",
    ),
    "file-missing": (
        "The pack lacks the file {name}.",
        "Add it; packs/template shows its shape.",
    ),
    "file-unknown": (
        "No pack has a file of this name.",
        "Rename it to one of {known}, or remove it.",
    ),
    "yaml-malformed": (
        "This is not YAML: {problem}.",
        "Mend the line; check indentation, quotes and colons.",
    ),
    "yaml-tag": (
        "The tag {tag} is not plain data.",
        "Write text, numbers, days, lists and mappings only.",
    ),
    "key-duplicate": (
        "The key {key} stands twice (first on line {first}).",
        "Keep one of the two.",
    ),
    "day-impossible": (
        "There is no day {text}.",
        "Write an existing day as YYYY-MM-DD.",
    ),
    "key-missing": (
        "The key {key} is missing from {where}.",
        "Add it.",
    ),
    "key-unknown": (
        "{where} has no key {key}.",
        "Remove it, or write one of: {known}.",
    ),
    "wrong-type": (
        "{where} must be {expected}, not {found}.",
        "Write {expected}.",
    ),
    "wrong-form": (
        "{where} is {found}, which has not the form asked for.",
        "Write it as {expected}.",
    ),
    "not-allowed": (
        "{where} may not be {found}.",
        "Write one of: {expected}.",
    ),
    "too-small": (
        "{where} is {found}, but must be at least {expected}.",
        "Write a greater number.",
    ),
    "empty": (
        "{where} is empty.",
        "Fill it, or remove the key if it is optional.",
    ),
    "repeated": (
        "{where} names {found} twice.",
        "Name it once.",
    ),
    "series-order": (
        "{where} goes from {earlier} to {later}: the days must rise.",
        "Put the versions in order.",
    ),
    "series-ends-first": (
        "{where} begins with an end.",
        "Begin with the first value; null only ends a series.",
    ),
    "series-unchanged": (
        "{where} repeats the version before it on {day}.",
        "Remove the version, or say what changed.",
    ),
    "id-wrong": (
        "The pack calls itself {id}, but its folder is {folder}.",
        "Give both the same name.",
    ),
    "level-rank": (
        "The levels {first} and {second} share rank {rank}.",
        "Number the levels 0, 1, 2 ... downwards.",
    ),
    "level-gap": (
        "The levels do not count 0, 1, 2 ... (found {ranks}).",
        "Number them without a gap from 0.",
    ),
    "unknown": (
        "{where} names the {group} {id}, which the pack does not have.",
        "Declare it, or write one of: {known}.",
    ),
    "not-in-force": (
        "{where} uses the {group} {id} from {day}, but it is not in force on that day.",
        "Move the day, or date the {group} accordingly.",
    ),
    "kind-below": (
        "{where}: a unit of level {level} cannot stand under {parent} of level {above}.",
        "Name a parent kind of the same or a higher level.",
    ),
    "kind-orphan": (
        "{where} has no parent kind, but is not of the top level.",
        "Name the kinds it may stand under.",
    ),
    "kind-cycle": (
        "The kinds {cycle} stand under each other.",
        "Break the circle of parents.",
    ),
    "organ-members": (
        "{where} is an organ and has members.",
        "Let members belong to the unit the organ serves.",
    ),
    "bucket-empty": (
        "The bucket {id} has no act type on any day.",
        "Give it an act type, or remove it.",
    ),
    "abbreviation-shared": (
        "{first} and {second} both abbreviate to {abbreviation} but count in different "
        "series, so two acts could bear one number.",
        "Let one be numbered_with the other, or change an abbreviation.",
    ),
    "authority-missing": (
        "No authority is declared for the unit kind {id}.",
        "Say which act types it may issue; an empty mapping if none.",
    ),
    "numbering-missing": (
        "{kind} may issue {type} from {day}, but nothing says how it is numbered.",
        "Add a numbering rule that covers them.",
    ),
    "numbering-twice": (
        "{kind} and {type} are numbered by {first} and by {second} on {day}.",
        "Leave them in one rule only.",
    ),
    "placeholder": (
        "{where} uses {{{name}}}, which is not known here.",
        "Use only: {known}.",
    ),
    "number-absent": (
        "{where} does not contain the number.",
        "Add {{number}} to the pattern.",
    ),
    "term-missing": (
        "{kind} is numbered per term from {day}, but its level {level} has no term on that day.",
        "Add the term under terms.",
    ),
    "managed-twice": (
        "The office {id} is managed by {first} and by {second} on {day}.",
        "Leave it with one of them.",
    ),
    "managed-missing": (
        "Nobody manages the office {id} on {day}.",
        "Add it to a list under management.",
    ),
    "mandate-elsewhere": (
        "{where} carries the office {id}, which has no place in {kind}.",
        "Name an office that stands in that kind of organ, or add the kind to its unit_kinds.",
    ),
    "grant-to-whom": (
        "{where} must say to whom: to offices, or to everyone.",
        "Write offices: [...] or everyone: true, one of the two.",
    ),
    "due-before-cut-off": (
        "{where}: due comes before the cut-off.",
        "Put the due day on or after the cut-off.",
    ),
    "bands-order": (
        "{where}: the bounds of the age bands must rise, and only the last may be open.",
        "Order the bands by age.",
    ),
    "column-unknown": (
        "{where}: the relation {relation} has no column {column}.",
        "Write one of: {known}.",
    ),
    "measure-needs": (
        "{where}: the measure {measure} needs {key}.",
        "Add {key}.",
    ),
    "measure-refuses": (
        "{where}: the measure {measure} takes no {key}.",
        "Remove {key}.",
    ),
    "ratio-of-ratio": (
        "{where} is a ratio of {id}, itself not a count.",
        "Divide counts, sums or distinct counts only.",
    ),
    "section-twice": (
        "{where} shows the figure {id} twice.",
        "Show it in one section only.",
    ),
    "declared-twice": (
        "{where} declares the figure {id}, which is computed from the register or declared already.",
        "Give it an id of its own, or leave it to the register.",
    ),
    "rule-needs": (
        "{where}: the check {check} needs {key}.",
        "Add {key}.",
    ),
    "criterion-needs": (
        "{where}: a criterion of the kind {kind} and the key {key} do not go together as written.",
        "Write figure, target and cap for a ratio, figure and bands for bands, none of these for judgement.",
    ),
    "points-order": (
        "{where}: the bands must rise, and none may give more than {most} points.",
        "Order the bands, and keep their points within the most.",
    ),
    "word-missing": (
        "The {group} {id} has no name in {language}.",
        "Add it to the words of that language.",
    ),
    "word-unknown": (
        "There are words for the {group} {id}, which the pack does not have.",
        "Remove them, or correct the id.",
    ),
    "case-arguments": (
        "The question {question} needs {expected}.",
        "Write {expected}.",
    ),
    "case-question": (
        "{where} asks nothing the pack can answer: {found}.",
        "Ask one of: {known}.",
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class BadPackFinding:
    """One mistake: `file` relative to the pack's folder, `line` from 1 (0: the file as a whole)."""

    file: str
    line: int
    code: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} {self.remedy} [{self.code}]"


def finding(code: str, *, file: str, line: int, **args: object) -> BadPackFinding:
    """The finding of that code, its sentence filled with `args`.

    >>> print(finding("file-missing", file="acts.yaml", line=0, name="acts.yaml"))
    acts.yaml:0: The pack lacks the file acts.yaml. Add it; packs/template shows its shape. [file-missing]
    """
    sentence, remedy = (text.format(**args) for text in SENTENCES[code])
    return BadPackFinding(file, line, code, sentence, remedy)


class BadPack(Exception):
    """The pack is refused; `findings` lists every mistake in it, in order of file and line."""

    def __init__(self, path: str, findings: Sequence[BadPackFinding]) -> None:
        self.path = path
        self.findings = tuple(sorted(set(findings)))
        super().__init__("\n".join([f"The pack {path} is refused:", *map(str, self.findings)]))


class NoRule(LookupError):
    """A sound pack has no such rule on that day."""

    def __init__(self, key: str, *, pack: str, as_of: date | None = None, since: date | None = None) -> None:
        self.key, self.pack, self.as_of = key, pack, as_of
        on = f" on {as_of}" if as_of else ""
        begins = f" (the first version holds from {since})" if since and as_of and as_of < since else ""
        super().__init__(
            f"The pack {pack} has no rule {key}{on}{begins}."
            " Add a version to the pack that holds on that day, or ask for another."
        )
