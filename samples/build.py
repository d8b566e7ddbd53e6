"""Builds a sample body by issuing its acts through the ordinary operations, with progress on the way."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from typing import TextIO

from fasti import charter
from samples import reading, vn_party

ACTOR = "sample"


def build(pack: charter.Pack, *, seed: int = vn_party.SEED, progress: TextIO | None = sys.stderr) -> int:
    """Issue the whole story into the empty record of the configured database; returns the number of acts."""
    return feed(vn_party.story(seed, pack=pack), pack=pack, progress=progress)


def feed(chapters: Iterable[vn_party.Chapter], *, pack: charter.Pack, progress: TextIO | None = None) -> int:
    """Issue chapters in order. Raises when an act gets another code than the story knows it by."""
    from fasti.operations import draft_act, issue_act

    begun, num_acts = time.monotonic(), 0
    read = reading.Reading(pack, vn_party.readings())
    for chapter in chapters:
        acts = []
        for run in read.runs(list(zip(chapter.contents, chapter.recorded_at, strict=True))):
            contents, times = zip(*run, strict=True)
            acts += issue_act.issue(contents, pack=pack, recorded_at=times, actor=ACTOR)
        for act, code in zip(acts, chapter.codes, strict=True):
            if act.code != code:
                raise ValueError(f"the story knows the act as {code}, it was issued as {act.code}")
        for content in chapter.drafts:
            draft_act.draft(content, drafted_at=chapter.recorded_at[-1], actor=ACTOR)
        num_acts += len(acts)
        if progress is not None:
            print(
                f"{time.monotonic() - begun:5.1f} s  {num_acts:6d} acts  {chapter.name}",
                file=progress,
                flush=True,
            )
    return num_acts


def main() -> None:
    """Begin the configured database as the sample body and build it."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    django.setup()
    from fasti.operations import init_body

    pack = charter.load(vn_party.PACK)
    init_body.init(pack)
    build(pack)


if __name__ == "__main__":
    main()
