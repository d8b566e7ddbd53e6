"""The tests run on the database that was asked for."""

import os

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_database_is_the_one_asked_for() -> None:
    asked = os.environ.get("FASTI_TEST_DATABASE", "sqlite:")
    assert connection.vendor == asked.partition(":")[0]
