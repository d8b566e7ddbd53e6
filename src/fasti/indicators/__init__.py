"""Figures: each is declared once by the pack as rows of a relation, a test and a measure, and is computed
from the record.

The relations stand in `relations`, the tests and fused scans in `conditions` and `scans`, the tree over which
figures are added up in `tree`; returns owed, which follow from the rule book, in `duties` and `owed`.
`compute` answers what the figures are, `explain` which acts are behind them.
"""
