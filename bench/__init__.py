"""Measurements: one script per claim, each with the baselines it is held against in the same run."""

from pathlib import Path

import fasti  # noqa: F401 - first of all: it says where Arrow takes memory from

ROOT = Path(__file__).resolve().parents[1]
