"""The identities of the register: a unit, a person, a post. They carry no dated fact.

What holds on a day (a unit's parent, a person's membership, a post's holder) is computed from the effects of acts
and lives in the register. A person's name and birth day stand here alone, so they can be erased beside an
append-only record that only names the identity.
"""

from django.db import models


class Unit(models.Model):
    """A unit or organ of the body, by its stable code (`VN-56`, `VN-56-TU`)."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=64, unique=True)

    class Meta:
        app_label = "fasti"
        db_table = "unit"

    def __str__(self) -> str:
        return self.code


class Person(models.Model):
    """A person, by a code that means nothing. The other fields are personal data and erasable."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=64, unique=True)
    family_name = models.CharField(max_length=120, blank=True)
    given_name = models.CharField(max_length=120, blank=True)
    full_name = models.CharField(max_length=250, blank=True)
    search_name = models.CharField(max_length=250, blank=True, db_index=True)
    """The full name without marks and in lower case, for search and order."""
    sex = models.CharField(max_length=1, blank=True)
    """F, M, or empty where not recorded."""
    born_on = models.DateField(null=True)
    document_hash = models.CharField(max_length=64, blank=True)
    """Keyed hash of the number of the person's document (`documents.sealed`); the number itself is kept nowhere."""

    class Meta:
        app_label = "fasti"
        db_table = "person"
        indexes = [
            models.Index(fields=["born_on", "search_name"], name="person_born_name"),
            models.Index(
                fields=["document_hash"], name="person_document", condition=~models.Q(document_hash="")
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Post(models.Model):
    """A post in a unit: an office of the charter at one unit or organ, with one or more seats."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=96, unique=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    office = models.CharField(max_length=64)

    class Meta:
        app_label = "fasti"
        db_table = "post"

    def __str__(self) -> str:
        return self.code
