"""Words: each language of the pack names everything the pack declares, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fasti.charter import folder

# The groups of names and the file that says what must be named; `layout` and `capacity` are listed below.
LAYOUT_WORDS = ("motto", "place", "number", "place_and_day", "recipients", "archive", "about")
# Values that list codes in one line, and the group their codes are named in.
LISTS = {
    "leave.reasons": "reason",
    "strike_off.reasons": "reason",
    "relieve.reasons": "reason",
    "unplan.reasons": "reason",
    "lift.reasons": "reason",
    "training.providers": "provider",
    "practice.topics": "practice_topic",
    "rating.grades": "grade",
    "sanction.grounds": "ground",
}


def check_languages(opened: folder.Folder) -> None:
    """There is one file of words per language."""
    document = opened.documents["pack.yaml"]
    languages = opened.plain("pack.yaml", "languages")
    for i, lang in enumerate(languages):
        if f"words/{lang}.yaml" not in opened.documents:
            document.note("file-missing", ("languages", i), name=f"words/{lang}.yaml")
    for file, words in opened.documents.items():
        if file.startswith("words/") and file.removeprefix("words/").removesuffix(".yaml") not in languages:
            words.note("file-unknown", known=", ".join(f"words/{lang}.yaml" for lang in languages))


def check_names(opened: folder.Folder) -> None:
    """Every language names every id of every group, and no other; all languages have the same terms."""
    wanted = needed(opened)
    files = [f"words/{lang}.yaml" for lang in opened.plain("pack.yaml", "languages")]
    sound = [file for file in files if opened.sound(file)]
    terms: dict[str, None] = {key: None for file in sound for key in opened.documents[file].data["terms"]}
    for file in sound:
        for group, ids in wanted.items():
            _check_group(opened, file, group, ids)
        _check_unknown_groups(opened, file, wanted)
        for key in terms.keys() - opened.documents[file].data["terms"].keys():
            _missing(opened, file, "term", key, ("terms",))


def needed(opened: folder.Folder) -> Mapping[str, list[str]]:
    """What must have a name: ids by group."""
    indicators = list(opened.plain("indicators.yaml", "indicators"))
    forms = [v.value for s in opened.table("forms").values() for v in s.versions if v.value]
    bands = [v.value for s in opened.table("age_bands").values() for v in s.versions if v.value]
    classes = [v.value for s in opened.table("classes").values() for v in s.versions if v.value]
    grants = [v.value for s in opened.table("authority").values() for v in s.versions if v.value]
    cards = [v.value for s in opened.table("scorecards").values() for v in s.versions if v.value]
    handed_in = [value["handed_in"] for value in forms if "handed_in" in value]
    declared = list(dict.fromkeys(each["id"] for value in handed_in for each in value["declared"]))
    return {
        "body": ["name"],
        "level": list(opened.plain("units.yaml", "levels")),
        "unit_kind": list(opened.table("unit_kinds")),
        "act_type": list(opened.table("act_types")),
        "bucket": list(opened.table("buckets")),
        "relation": list(opened.table("relations")),
        "effect": list(opened.table("effects")),
        "office": list(opened.table("offices")),
        "value": list(opened.table("values")),
        **_listed(opened),
        "sanction": list(opened.table("sanctions")),
        "age_band": list(dict.fromkeys(band["id"] for value in bands for band in value)),
        "form": list(opened.table("forms")),
        "section": list(dict.fromkeys(section["id"] for value in forms for section in value["sections"])),
        "declared": declared,
        "declared_definition": declared,
        "narrative": list(dict.fromkeys(each["id"] for value in handed_in for each in value["narrative"])),
        "indicator": indicators,
        "definition": indicators,
        "peer_group": list(opened.table("peer_groups")),
        "scorecard": list(opened.table("scorecards")),
        "score_theme": list(dict.fromkeys(each["theme"] for value in cards for each in value["criteria"])),
        "score_item": list(dict.fromkeys(each["id"] for value in cards for each in _scored(value))),
        "capacity": list(dict.fromkeys(c for value in grants for g in value for c in g["signers"].values())),
        "layout": list(LAYOUT_WORDS),
        "class": list(dict.fromkeys(id_ for value in classes for id_ in value)),
        "grant": list(opened.table("grants")),
    }


def _scored(card: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What a scorecard gives or takes points for, and why a unit is not classed."""
    return [*card["criteria"], *card["bonus"]["items"], *card["deductions"]["items"], *card["exclusions"]]


def _listed(opened: folder.Folder) -> dict[str, list[str]]:
    """The codes of the values that are lists, by the group that names them."""
    found: dict[str, dict[str, None]] = {group: {} for group in LISTS.values()}
    values = opened.table("values")
    for key, group in LISTS.items():
        for version in values[key].versions if key in values else ():
            found[group].update(dict.fromkeys(str(version.value or "").split()))
    return {group: list(codes) for group, codes in found.items()}


def _check_group(opened: folder.Folder, file: str, group: str, ids: list[str]) -> None:
    document = opened.documents[file]
    names = document.data["names"].get(group, {})
    for id_ in ids:
        if id_ not in names:
            _missing(opened, file, group, id_, ("names", group))
    for id_ in names.keys() - set(ids):
        document.note("word-unknown", ("names", group, id_), group=group, id=id_)


def _check_unknown_groups(opened: folder.Folder, file: str, wanted: Mapping[str, list[str]]) -> None:
    document = opened.documents[file]
    for group in document.data["names"].keys() - wanted.keys():
        document.note("key-unknown", ("names", group), key=group, where="names", known=", ".join(wanted))


def _missing(opened: folder.Folder, file: str, group: str, id_: str, route: tuple[str, ...]) -> None:
    lang = file.removeprefix("words/").removesuffix(".yaml")
    opened.documents[file].note("word-missing", route, group=group, id=id_, language=lang)
