"""Returns: who owes a report on a period, by when, and who has given it."""
