"""Timelines: a person's career, a post's succession of holders, a unit's life, each with the acts behind it.

They stand among the reports because they put the register in words for a reader, with names as they were on the day,
and so that every door shows the same one.
"""
