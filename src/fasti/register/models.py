"""What holds on a day. Every row is a span with the effect that opened it and the one that closed it.

The tables hold current knowledge and nothing that could not be folded again from the effects. Only the effects
room writes them.
"""

from __future__ import annotations

from django.db import models

from fasti.acts.models import Effect
from fasti.subjects.models import Person, Post, Unit


def _effect(*, null: bool = False) -> models.ForeignKey[Effect | None, Effect | None]:
    return models.ForeignKey(Effect, on_delete=models.PROTECT, null=null, related_name="+")


class Alias(models.Model):
    """An entry of a person was given up: it stands for another entry of the same person, on whatever day."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aliases")
    stands_for = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="entries")
    """The entry kept at the end of all mergers: never one that was given up itself."""
    on = models.DateField()
    opened_by = _effect()

    class Meta:
        app_label = "fasti"
        db_table = "alias"


class UnitSpan(models.Model):
    """A unit stood under `parent` as a unit of `kind` with these names."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="spans")
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="child_spans")
    kind = models.CharField(max_length=64)
    names = models.JSONField()
    """Language code to name."""
    abbreviation = models.CharField(max_length=32, blank=True)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "unit_span"


class Lineage(models.Model):
    """A unit went over into another on a day, or gave a part to it."""

    id = models.BigAutoField(primary_key=True)
    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="precessions")
    share = models.PositiveSmallIntegerField(default=100)
    """Per cent of the predecessor that went over: 100 unless it was split; 0 where not stated."""
    manner = models.CharField(max_length=16, default="merged")
    """merged, dissolved or split; after a split the predecessor goes on."""
    on = models.DateField()
    opened_by = _effect()

    class Meta:
        app_label = "fasti"
        db_table = "lineage"


class Membership(models.Model):
    """A person was a member of a unit at a stage (probationary, full)."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")
    stage = models.CharField(max_length=16)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "membership"


class Establishment(models.Model):
    """A post had this many seats."""

    id = models.BigAutoField(primary_key=True)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="establishment")
    seats = models.PositiveIntegerField()
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "establishment"


class Tenure(models.Model):
    """A person held a post. `ends_planned_on` is the end of the term as decided; it does not end the tenure."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tenures")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tenures")
    manner = models.CharField(max_length=16)
    """appointed, elected, designated, transferred, rotated, seconded or swapped."""
    ends_planned_on = models.DateField(null=True)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "tenure"


class PoolEntry(models.Model):
    """A person was planned as a successor for a post."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="pool_entries")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="pool_entries")
    term = models.CharField(max_length=32)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "pool_entry"


class CompletedTopic(models.Model):
    """A person completed a topic of a course held by a unit. Holds from `starts_on` on."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="completed_topics")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    course = models.CharField(max_length=64)
    topic = models.CharField(max_length=64)
    provider = models.CharField(max_length=32)
    starts_on = models.DateField()
    opened_by = _effect()

    class Meta:
        app_label = "fasti"
        db_table = "completed_topic"


class Rating(models.Model):
    """A person, member of a unit, was given a grade for a period. A later one for the period takes its place."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ratings")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(max_length=8)
    grade = models.CharField(max_length=32)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "rating"


class UnitRating(models.Model):
    """A unit was given a grade for a period. A later one for the period takes its place."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="ratings")
    period = models.CharField(max_length=8)
    grade = models.CharField(max_length=32)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "unit_rating"


class Sanction(models.Model):
    """A person, member of a unit, was under a sanction of a form, on a ground of the charter's list."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sanctions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=32)
    ground = models.CharField(max_length=64)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "sanction"


class UnitSanction(models.Model):
    """A unit was under a sanction of a form, on a ground of the charter's list."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="sanctions")
    form = models.CharField(max_length=32)
    ground = models.CharField(max_length=64)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "unit_sanction"


class ReturnState(models.Model):
    """A return of a unit, on a form for a period, was in a state; `version` counts the times it was handed in."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="returns")
    form = models.CharField(max_length=32)
    period = models.CharField(max_length=8)
    state = models.CharField(max_length=16)
    """submitted, sent_back, accepted or reopened."""
    version = models.PositiveIntegerField()
    """0: opened again though it was never handed in."""
    recipient = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    """The unit it was handed in to."""
    submission = models.ForeignKey(Effect, on_delete=models.PROTECT, null=True, related_name="+")
    """The effect that holds the figures of this version."""
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "return_state"
        indexes = [models.Index(fields=["form", "period"], name="return_state_form_period")]


class Proposal(models.Model):
    """A proposal in a return of a unit was in a state. Its text stands in the effect that handed the version in."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="proposals")
    form = models.CharField(max_length=32)
    period = models.CharField(max_length=8)
    version = models.PositiveIntegerField()
    """The version of the return in which it first stood."""
    position = models.PositiveIntegerField()
    """Its place there, from 1."""
    state = models.CharField(max_length=16)
    """open, accepted, declined or forwarded."""
    recipient = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    """The unit that owes the answer, or owed it."""
    submission = models.ForeignKey(Effect, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "proposal"
        indexes = [models.Index(fields=["recipient", "state"], name="proposal_waiting")]


class UnitScore(models.Model):
    """A unit gave another, or itself, points by a scorecard for a period; its effect holds them."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="scores_given")
    scored = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="scores")
    scorecard = models.CharField(max_length=32)
    period = models.CharField(max_length=8)
    step = models.CharField(max_length=8)
    """self, check or final."""
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "unit_score"
        indexes = [models.Index(fields=["scorecard", "period"], name="unit_score_card_period")]


class Practice(models.Model):
    """A unit held out a good practice; its effect holds the text, `folded` what of it is searched."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="practices")
    practice = models.CharField(max_length=32)
    practice_topic = models.CharField(max_length=32)
    title = models.TextField()
    folded = models.TextField()
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "practice"


class Adoption(models.Model):
    """A unit works by the practice of another."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="adoptions")
    author = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="adopted_from")
    practice = models.CharField(max_length=32)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "practice_adoption"


class Wording(models.Model):
    """A phrase of reports is read as a figure or a qualifier, beside the lists of the rule book."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="wordings")
    text_language = models.CharField(max_length=2)
    phrase = models.CharField(max_length=120)
    """Folded: as it is looked for."""
    indicator = models.CharField(max_length=64)
    """Empty where it tells a qualifier."""
    qualifier = models.CharField(max_length=8)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "wording"


class Vacancy(models.Model):
    """A seat of a post stood empty. Follows from establishment and tenures; the longest empty seat is filled first."""

    id = models.BigAutoField(primary_key=True)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="vacancies")
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    opened_by = _effect()
    closed_by = _effect(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "vacancy"
