"""What templates say and draw: sentences, days, numbers, icons, words of the charter, addresses that keep the time."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from fasti import words

register = template.Library()
KEPT = ("as_of", "known")


@register.simple_tag(takes_context=True)
def say(context: template.Context, message: str, **args: Any) -> str:
    """A sentence in the language of the page: {% say "web-units-members" n=3 %}."""
    return words.say(message, context["lang"], **args)


@register.simple_tag(takes_context=True)
def heading(context: template.Context, message: str) -> str:
    """The same as the heading of a column: it begins with a capital."""
    told = words.say(message, context["lang"])
    return told[:1].upper() + told[1:]


@register.simple_tag(takes_context=True)
def word(context: template.Context, group: str, id: str) -> str:
    """The charter's word for a code: {% word "office" post.office %}; the code itself where it has none."""
    return str(context["pack"].names(group, context["lang"]).get(id, id))


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite, beside a word."""
    return format_html('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag(takes_context=True)
def day(context: template.Context, value: date | datetime | None, style: str = "short") -> SafeString | str:
    """A day for the eye and for machines: {% day span.starts_on %}, with `"long"` or `"act"` in words."""
    if value is None:
        return "–"
    on = value.date() if isinstance(value, datetime) else value
    return format_html(
        '<time datetime="{}">{}</time>', on.isoformat(), words.day(on, context["lang"], style=style)
    )


@register.simple_tag(takes_context=True)
def written(context: template.Context, value: date | None) -> str:
    """A day in digits as the language writes it, for fields and inside sentences; empty for none."""
    return words.day(value, context["lang"], style="short") if value else ""


@register.filter
def on(value: date, lang: str) -> str:
    """A day in digits as an argument of a sentence: {% say "..." day=act.signed_on|on:lang %}."""
    return words.day(value, lang, style="short")


@register.simple_tag(takes_context=True)
def instant(context: template.Context, value: datetime) -> SafeString:
    """A day with the time of day, in UTC."""
    told = f"{words.day(value.date(), context['lang'], style='short')}, {value:%H:%M} UTC"
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), told)


@register.simple_tag(takes_context=True)
def logged(context: template.Context, what: str) -> str:
    """An event of the access log in words; the event itself where it is of an older kind."""
    id = f"log-{what.replace('.', '-').replace('_', '-')}"
    return words.say(id, context["lang"]) if words.knows(id, context["lang"]) else what


@register.filter
def lanes(value: int, more: int) -> int:
    """The height, in pixels, of so many lanes of a drawing, and some pixels more."""
    return value * 34 + int(more)


@register.filter
def place(value: float) -> str:
    """A share in per cent as drawings write it, with a point in every language."""
    return f"{value:g}"


@register.simple_tag(takes_context=True)
def number(context: template.Context, value: Any) -> str:
    """A number as the language writes it; a dash for none."""
    return "–" if value is None else words.number(value, context["lang"])


@register.simple_tag(takes_context=True)
def keep(context: template.Context, **changes: Any) -> str:
    """The query of an address that keeps the day and the known day: {% keep tab="posts" %}; None drops a key."""
    request = context["request"]
    query = request.GET.copy()
    for key in list(query):
        if key not in KEPT:
            del query[key]
    return _query(query, changes)


@register.simple_tag(takes_context=True)
def change(context: template.Context, **changes: Any) -> str:
    """The query of this very page with changes: {% change page=2 %}; None drops a key."""
    return _query(context["request"].GET.copy(), changes)


@register.simple_tag(takes_context=True)
def drop(context: template.Context, *keys: str) -> str:
    """The query of this very page without some keys, and from the first page of the list."""
    return _query(context["request"].GET.copy(), dict.fromkeys((*keys, "after", "before")))


def _query(query: Any, changes: dict[str, Any]) -> str:
    for key, value in changes.items():
        if value is None or value == "":
            query.pop(key, None)
        else:
            query[key] = value.isoformat() if isinstance(value, date) else value
    return f"?{query.urlencode()}" if query else ""
