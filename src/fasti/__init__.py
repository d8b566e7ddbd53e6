"""Fasti: the system of record for the organisation and personnel work of federated membership bodies."""

import os

os.environ.setdefault(
    "ARROW_DEFAULT_MEMORY_POOL", "system"
)  # Its own pool keeps what was read; this gives it back.
