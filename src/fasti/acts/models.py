"""The written record. An act is drafted, then issued; an issued act is never edited or deleted (the database refuses).

Effects are numbered in the order in which they were recorded: the effect table is the log from which the register
is folded. Personal fields of an effect stand in `PersonalField` and enter the effect only as a salted commitment.
"""

from django.db import models

from fasti.subjects.models import Person, Post, Unit


class Draft(models.Model):
    """A document on its way to becoming an act: its content as written, not yet numbered and without effect."""

    id = models.BigAutoField(primary_key=True)
    content = models.JSONField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="drafts")
    """The unit that is to issue it, once it is named: who may see the draft follows from it."""
    version = models.PositiveIntegerField(default=1)
    """Counts its changes: whoever saves an older version is shown both."""
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="drafts")
    changed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    """Who found it ready to be signed. Emptied by every change."""
    drafted_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    """Given up by who drafted it."""
    issued_as = models.OneToOneField("Act", on_delete=models.PROTECT, null=True, related_name="draft")

    class Meta:
        app_label = "fasti"
        db_table = "draft"


class Act(models.Model):
    """A numbered, dated, signed document of a unit."""

    id = models.BigAutoField(primary_key=True)
    issuer = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="acts")
    type = models.CharField(max_length=64)
    series = models.CharField(max_length=64)
    """The run of numbers it belongs to, e.g. `2020-2025/decision`: one per type and term, or one for a congress."""
    number = models.PositiveIntegerField()
    is_number_given = models.BooleanField(default=False)
    """The number was given on paper before the register began; the numbers below it need not be in the register."""
    symbol = models.CharField(max_length=64)
    """The number as printed, e.g. 27-QĐ/TU. Not unique: numbers restart with each term."""
    title = models.TextField()
    text = models.TextField(blank=True)
    """The body. Names people by reference, `[person:CODE]`, rendered with the name on display."""
    language = models.CharField(max_length=8)
    signed_on = models.DateField()
    in_force_on = models.DateField()
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="signed_acts")
    signer_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    capacity = models.CharField(max_length=64, blank=True)
    """In what capacity it is signed: a key of the charter, e.g. on_behalf_of_standing_committee."""
    confidentiality = models.CharField(max_length=16, default="normal")
    form = models.CharField(max_length=32, blank=True)
    """For a report: the return form and the period it answers."""
    period = models.CharField(max_length=8, blank=True)
    charter_version = models.CharField(max_length=64)
    """The version of the rule book by which it was judged."""
    recorded_at = models.DateTimeField()
    sequence = models.PositiveIntegerField()
    """Its place in the issuer's chain, from 1."""
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        app_label = "fasti"
        db_table = "act"
        constraints = [
            models.UniqueConstraint(fields=["issuer", "series", "number"], name="act_number_taken_once"),
            models.UniqueConstraint(fields=["issuer", "sequence"], name="act_one_per_place_in_chain"),
        ]
        indexes = [
            models.Index(fields=["signed_on"], name="act_signed_on"),
            models.Index(fields=["symbol"], name="act_symbol"),
            models.Index(fields=["form", "period"], name="act_form_period"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The act's stable code: issuer, series and number, e.g. `VN-56-TU:2020-2025/decision:27`."""
        return f"{self.issuer.code}:{self.series}:{self.number}"


class Effect(models.Model):
    """What an act changes: one change of one subject, on one day."""

    id = models.BigAutoField(primary_key=True)
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="effects")
    ordinal = models.PositiveIntegerField()
    kind = models.CharField(max_length=32)
    on = models.DateField()
    """The day it takes effect."""
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    """The unit concerned: the one whose figures the effect enters. For a post, the post's unit."""
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="effects")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="effects")
    other_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    """The second unit: the parent of one founded, the successor of one merged."""
    other_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    """The second post: the one left by a transfer."""
    other_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="other_effects"
    )
    """The second person: the other one of a swap, the entry kept of two for the same person."""
    data = models.JSONField(default=dict)
    """ASCII keys; strings, integers, lists and maps of these. Commitments of personal fields under `commitments`."""
    voids = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="voided_by")
    recorded_at = models.DateTimeField()

    class Meta:
        app_label = "fasti"
        db_table = "effect"
        constraints = [models.UniqueConstraint(fields=["act", "ordinal"], name="effect_ordinal_in_act")]
        indexes = [
            models.Index(fields=["kind", "on"], name="effect_kind_on"),
            models.Index(fields=["recorded_at"], name="effect_recorded_at"),
            models.Index(
                fields=["unit", "kind"], name="effect_of_unit", condition=models.Q(person__isnull=True)
            ),
        ]


class PersonalField(models.Model):
    """A personal field of an effect with its salt. Deleting the row erases the value, not the proof of the record."""

    id = models.BigAutoField(primary_key=True)
    effect = models.ForeignKey(Effect, on_delete=models.PROTECT, related_name="personal_fields")
    field = models.CharField(max_length=32)
    value = models.TextField()
    salt = models.CharField(max_length=64)

    class Meta:
        app_label = "fasti"
        db_table = "personal_field"
        constraints = [models.UniqueConstraint(fields=["effect", "field"], name="personal_field_once")]


class Relation(models.Model):
    """How an act stands to an earlier one: concretises, amends, replaces, repeals, answers, withdraws ..."""

    id = models.BigAutoField(primary_key=True)
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="relations")
    kind = models.CharField(max_length=32)
    target = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="related_from")

    class Meta:
        app_label = "fasti"
        db_table = "relation"
        constraints = [models.UniqueConstraint(fields=["act", "kind", "target"], name="relation_once")]


class Task(models.Model):
    """Work that an act gives to a unit, or to every unit of a level beneath it."""

    id = models.BigAutoField(primary_key=True)
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="tasks")
    ordinal = models.PositiveIntegerField()
    group = models.CharField(max_length=64, blank=True)
    """The group of tasks within the act, where the act groups them."""
    text = models.TextField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=32, blank=True)
    """When given: the task is for all units of this level under `unit`."""
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    evidence = models.TextField(blank=True)

    class Meta:
        app_label = "fasti"
        db_table = "task"
        constraints = [models.UniqueConstraint(fields=["act", "ordinal"], name="task_ordinal_in_act")]


class Attachment(models.Model):
    """A file of an act, stored under its own SHA-256."""

    id = models.BigAutoField(primary_key=True)
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="attachments")
    ordinal = models.PositiveIntegerField()
    filename = models.CharField(max_length=250)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        app_label = "fasti"
        db_table = "attachment"
        constraints = [models.UniqueConstraint(fields=["act", "ordinal"], name="attachment_ordinal_in_act")]


class Body(models.Model):
    """The one row that says which body this database is the record of, and that every issuing locks.

    Issuing takes this row's lock, so numbers have no gaps, chains do not fork, and effect ids are committed in
    their own order: "every effect up to id n" is then a fixed set on every database.
    """

    id = models.PositiveSmallIntegerField(primary_key=True)
    pack = models.CharField(max_length=250)
    last_recorded_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "body"
