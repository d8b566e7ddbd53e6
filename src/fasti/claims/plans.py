"""Whether a number is a plan or a target and no fact: "we plan to admit 12", "the target is 300".

Told by the words of intent of the language that stand before the number in its clause, unless words between them say
that something was done. Nothing else tells: a plan in the past tense that was kept reads like a plan.
"""

from __future__ import annotations

from fasti.claims import mentions, scene

REACH = 12
"""How many words may stand between the words of intent and the number."""
_STOPS = scene.STOPS | {":"}


def is_plan(laid: scene.Scene, mention: mentions.Mention) -> bool:
    """Whether the number is what is planned."""
    if not laid.has_plans:
        return False
    plans, done = laid.language.phrases["plans"], laid.language.phrases["done"]
    for at in range(mention.start - 1, max(0, mention.start - REACH) - 1, -1):
        if laid.tokens[at].text in _STOPS or done.at(laid.tokens, at):
            return False
        hit = plans.at(laid.tokens, at)
        if hit is not None:
            return hit.end <= mention.start
    return False
