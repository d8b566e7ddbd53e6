"""Days, half-open spans of days, reporting periods, and the two axes of time. Pure, doctested."""
