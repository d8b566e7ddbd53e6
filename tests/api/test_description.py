"""Every operation answers as the description says, whatever is asked: schemathesis over the whole of it, in process."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings

from fasti.api import whole
from tests import cast
from tests.api import conftest

EXAMPLES, MORE = 4, 15
"""Examples for each operation; the campaign takes more."""
config = schemathesis.Config.from_dict(
    {
        "checks": {
            "positive_data_acceptance": {
                "expected-statuses": ["2xx", "304", "401", "403", "404", "409", "412", "422"]
            }
        }
    }
)


schema = schemathesis.openapi.from_dict(whole.api.get_openapi_schema(path_prefix="/api/v1/"), config=config)
schema.app = get_wsgi_application()


@pytest.fixture
def key(guild: object, settings: Any, tmp_path: Any) -> str:
    """The key of whoever sees most, of a body that has something to answer with."""
    settings.HOME = tmp_path
    cast.issue(
        cast.act("NORTH-B", "decision", "First", "2020-06-01", tasks=[{"text": "Do", "unit": "ALDER"}])
    )
    return conftest.key("ADA")


def asked(case: Any, key: str) -> None:
    """Ask as described, and hold the answer against the description."""
    cache.clear()
    case.call_and_validate(headers={"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"})


def examples(number: int) -> Any:
    """So many examples, the same in every run."""
    return settings(
        max_examples=number, derandomize=True, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


@schema.parametrize()
@examples(EXAMPLES)
def test_every_operation_answers_as_described(case: Any, key: str) -> None:
    asked(case, key)


@pytest.mark.campaign
@schema.parametrize()
@examples(MORE)
def test_every_operation_answers_as_described_whatever_is_asked(case: Any, key: str) -> None:
    asked(case, key)


def test_every_status_that_operations_use_is_described() -> None:
    described = whole.api.get_openapi_schema(path_prefix="/api/v1/")
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            found = {str(status) for status in operation["responses"]}
            assert {"401", "403", "422", "429"} <= found, (path, method)
            assert operation["summary"], (path, method)
            assert operation["description"], (path, method)
            for status, response in operation["responses"].items():
                media = set(response.get("content", {}))
                assert int(status) < 400 or media == {"application/problem+json"}, (path, method, status)
