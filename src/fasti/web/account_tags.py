"""What the pages of signing in say beyond the others: refusals of fields, other languages, the name of the body."""

from __future__ import annotations

from django import template
from django.forms import BaseForm, BoundField

from fasti import words
from fasti.web import account_forms

register = template.Library()


@register.simple_tag(takes_context=True)
def refused(context: template.Context, field: BoundField) -> list[str]:
    """Why a field is refused: {% refused form.code as found %}."""
    return account_forms.of_field(field, context["lang"])


@register.simple_tag(takes_context=True)
def refused_whole(context: template.Context, form: BaseForm) -> list[str]:
    """Why a form is refused, beside its fields."""
    return account_forms.of_form(form, context["lang"])


@register.simple_tag
def say_in(lang: str, message: str) -> str:
    """A sentence in another language than the page's."""
    return words.say(message, lang)


@register.simple_tag(takes_context=True)
def body_name(context: template.Context) -> str:
    """The name of the body whose record this is; nothing before one is begun."""
    pack = getattr(context["request"], "pack", None)
    return pack.names("body", context["lang"]).get("name", "") if pack else ""


@register.filter
def in_fours(key: str) -> list[str]:
    """A key as people copy it: four signs at a time."""
    return [key[start : start + 4] for start in range(0, len(key), 4)]
