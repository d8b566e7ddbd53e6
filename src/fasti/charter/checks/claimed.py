"""What reports count: figures name things and events there are, and every language has words for each of them."""

from __future__ import annotations

from fasti.charter import claimed, folder


def check_claimed(opened: folder.Folder) -> None:
    """Names in claimed.yaml are known, and each language of the pack has its words."""
    if claimed.FILE not in opened.documents or not opened.sound(claimed.FILE):
        return
    document = opened.documents[claimed.FILE]
    known = {"of": list(document.data["things"]), "when": list(document.data["events"])}
    known["beside"] = [*known["of"], *known["when"]]
    for i, figure in enumerate(document.data["figures"]):
        for key, ids in known.items():
            for j, id_ in enumerate(figure.get(key, ())):
                if id_ not in ids:
                    route = ("figures", i, key, j)
                    where = f"figures > {i + 1} > {key}"
                    document.note("not-allowed", route, where=where, found=id_, expected=", ".join(ids))
    for i, lang in enumerate(opened.plain("pack.yaml", "languages")):
        _check_words(opened, lang, i, {"things": known["of"], "events": known["when"]})


def _check_words(opened: folder.Folder, lang: str, place: int, wanted: dict[str, list[str]]) -> None:
    file = f"{claimed.WORDS}/{lang}.yaml"
    if file not in opened.documents:
        opened.documents["pack.yaml"].note("file-missing", ("languages", place), name=file)
        return
    if not opened.sound(file):
        return
    document = opened.documents[file]
    for part, ids in wanted.items():
        for id_ in ids:
            if id_ not in document.data[part]:
                document.note("word-missing", (part,), group=part, id=id_, language=lang)
        for id_ in document.data[part].keys() - set(ids):
            document.note("word-unknown", (part, id_), group=part, id=id_)
