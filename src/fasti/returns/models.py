"""The sheet of a return that is being filled: working data, like a draft. What is handed in stands in the act."""

from __future__ import annotations

from django.db import models

from fasti.subjects.models import Person, Unit


class ReturnDraft(models.Model):
    """What a unit has filled in so far of a return, on a form for a period. Gone once the return is handed in."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="return_drafts")
    form = models.CharField(max_length=32)
    period = models.CharField(max_length=8)
    content = models.JSONField()
    """`declared`, `remarks` and `narrative` by figure or section, `proposals` as a list. No computed figure."""
    version = models.PositiveIntegerField(default=1)
    """Counts its changes: whoever saves an older version is told."""
    filled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    filled_at = models.DateTimeField()

    class Meta:
        app_label = "fasti"
        db_table = "return_draft"
        constraints = [
            models.UniqueConstraint(fields=["unit", "form", "period"], name="return_draft_once"),
        ]


class Notice(models.Model):
    """A message about a return that waits in the outbox for an account, or has left it. Says no more than is needed.

    The address is the account's at the time of sending; the text is made then, in the language of the account.
    """

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey("fasti.Account", on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=16)
    """before_due, after_grace, sent_back or accepted."""
    key = models.CharField(max_length=160)
    """What it is about, once for each account: kind, days of the rule or effect, unit, form, period."""
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=32)
    period = models.CharField(max_length=8)
    due_on = models.DateField(null=True)
    article = models.CharField(max_length=250, blank=True)
    cause = models.ForeignKey("fasti.Effect", on_delete=models.PROTECT, null=True, related_name="+")
    """The effect it tells of; None: the rule of the rule book alone caused it."""
    made_at = models.DateTimeField()
    num_attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=250, blank=True)
    not_before = models.DateTimeField()
    """No attempt is made before."""
    claimed_by = models.CharField(max_length=32, blank=True)
    """The run of the command that is sending it; others leave it alone until `not_before`."""
    sent_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "notice"
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="notice_once")]
        indexes = [
            models.Index(fields=["not_before"], name="notice_waiting", condition=models.Q(sent_at=None))
        ]
