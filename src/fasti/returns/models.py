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
