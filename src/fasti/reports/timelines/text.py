"""A timeline as lines of text: a heading, how things stand, and a table with a row for each entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fasti import words
from fasti.reports.timelines.timeline import Deed, Entry, Timeline

GAP = "  "
_HEADINGS = ("from", "until", "matter", "what", "act")


def lines(shown: Timeline) -> list[str]:
    """The whole timeline."""
    found = [titled(shown.name, shown.code), _dated(shown), *(f"{GAP}{each}" for each in shown.standing), ""]
    if shown.entries:
        headings = tuple(words.say(f"timeline-{each}", shown.lang) for each in _HEADINGS)
        found += table([headings, *(row for entry in shown.entries for row in _rows(entry, shown))])
    else:
        found.append(words.say("timeline-nothing", shown.lang))
    if shown.num_later:
        found.append(words.say("timeline-later", shown.lang, n=shown.num_later))
    if shown.members:
        found += ["", words.say("timeline-members", shown.lang)]
        found += [
            f"{GAP}{_short(day, shown)}{GAP}{words.number(num, shown.lang)}" for day, num in shown.members
        ]
    return found


def titled(name: str, code: str) -> str:
    """A name with its code; the code alone where the name was erased."""
    return code if name == code else f"{name} ({code})"


def table(rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> list[str]:
    """Rows as aligned columns under their headings, the columns in `right` to the right; no line ends in blanks."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    rule = tuple("-" * width for width in widths)
    made = []
    for row in (rows[0], rule, *rows[1:]):
        cells = (
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        made.append((GAP + GAP.join(cells)).rstrip())
    return made


def _dated(shown: Timeline) -> str:
    told = [words.as_of(shown.as_of, shown.lang)]
    if shown.known:
        told.append(words.known_on(shown.known, shown.lang))
    return ", ".join(told)


def _rows(entry: Entry, shown: Timeline) -> Iterator[tuple[str, ...]]:
    """The entry, and beneath it what ended it."""
    lang, last = shown.lang, _until(entry, shown)
    yield _short(entry.starts_on, shown), last, entry.matter, entry.what, act(entry.opened, lang)
    if entry.closed:
        ended = "timeline-ends" if entry.holds(shown.as_of) else "timeline-ended"
        how = f"{entry.closed.word}, {entry.closed.reason}" if entry.closed.reason else entry.closed.word
        yield "", "", words.say(ended, lang, how=how), "", act(entry.closed, lang)
    elif entry.ran_out and not entry.holds(shown.as_of):
        yield "", "", words.say("timeline-ran-out", lang), "", ""


def _until(entry: Entry, shown: Timeline) -> str:
    """The last day of what is over; of what holds that it does, with the end where it is known."""
    if entry.is_event:
        return ""
    if not entry.is_end_told:
        return words.say("timeline-end-untold", shown.lang)
    if entry.ends_before is None:
        return words.say("timeline-holds", shown.lang)
    last = _short(entry.ends_before - timedelta(days=1), shown)
    return words.say("timeline-holds-until", shown.lang, day=last) if entry.holds(shown.as_of) else last


def act(deed: Deed | None, lang: str) -> str:
    """An act by its number and day, with its code."""
    return f"{words.act_reference(deed.symbol, deed.signed_on, lang)} [{deed.act}]" if deed else ""


def _short(day: date, shown: Timeline) -> str:
    return words.day(day, shown.lang, style="short")
