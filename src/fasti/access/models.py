"""Accounts, what was looked at, tokens for programs, answers kept for repeated requests. No right is stored here."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from fasti.subjects.models import Person, Unit


class Accounts(BaseUserManager["Account"]):
    """How accounts are found. They are opened by `operations.open_account` alone."""


class Account(AbstractBaseUser):
    """The way of a person, or of a technical administrator, into the system. It grants nothing by itself."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=64, unique=True)
    """What is typed to sign in."""
    email = models.EmailField(blank=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, null=True, related_name="account")
    """Whose rights it carries. None: a technical account, which runs the system and sees no content."""
    is_registrar = models.BooleanField(default=False)
    """The first account of a body: it may open accounts and draft until posts are filled by acts."""
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=8, blank=True)
    theme = models.CharField(max_length=8, blank=True)
    """light, dark, or empty: as the machine."""
    density = models.CharField(max_length=8, blank=True)
    """roomy, or empty: dense."""
    has_shortcuts = models.BooleanField(default=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Accounts()

    class Meta:
        app_label = "fasti"
        db_table = "account"

    def __str__(self) -> str:
        return self.name


class AccessEntry(models.Model):
    """Somebody saw or did something: when, by which right, about whom. Never changed."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="entries")
    """None: the operator at the command line."""
    what = models.CharField(max_length=32)
    """An event in the past: person.seen, person.exported, act.issued, account.opened, ..."""
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="seen")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    act = models.ForeignKey("fasti.Act", on_delete=models.PROTECT, null=True, related_name="+")
    tenure_effect = models.ForeignKey("fasti.Effect", on_delete=models.PROTECT, null=True, related_name="+")
    """The effect that opened the tenure by whose right it was done. Tenures are folded anew; effects stay."""
    detail = models.CharField(max_length=250, blank=True)

    class Meta:
        app_label = "fasti"
        db_table = "access_entry"
        indexes = [
            models.Index(fields=["person", "-id"], name="access_of_person"),
            models.Index(fields=["account", "-id"], name="access_by_account"),
            models.Index(fields=["unit", "-id"], name="access_of_unit"),
        ]


class Token(models.Model):
    """A key by which a program works with the rights of one tenure of a person. Only its hash is kept."""

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="tokens")
    tenure_effect = models.ForeignKey("fasti.Effect", on_delete=models.PROTECT, related_name="+")
    """The effect that opened the tenure it is bound to."""
    name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=16, default="api")
    """api or calendar."""
    hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "token"


class Answered(models.Model):
    """A request that was answered under an idempotency key: asked again, it gets the same answer and does nothing."""

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=120)
    request_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    answer = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        app_label = "fasti"
        db_table = "answered"
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="answered_once")]


class Job(models.Model):
    """Long work of an account: how far it is, and what came of it. It goes on when the page is left."""

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="jobs")
    kind = models.CharField(max_length=32)
    question = models.JSONField(default=dict)
    """What it works on, as asked."""
    state = models.CharField(max_length=16, default="waiting")
    """waiting, running, done, refused, failed."""
    num_done = models.PositiveBigIntegerField(default=0)
    num_all = models.PositiveBigIntegerField(default=0)
    """0 while it is not known."""
    answer = models.JSONField(default=dict)
    """Files by name, findings, counts."""
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "fasti"
        db_table = "job"
        indexes = [models.Index(fields=["account", "-id"], name="job_of_account")]
