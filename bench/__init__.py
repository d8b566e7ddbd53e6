"""Measurements: one script per claim, each with the baselines it is held against in the same run."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
