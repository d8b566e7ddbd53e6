"""Consolidated reports and official documents: what they say is assembled once, then written in each format.

`assemble` composes a `model.Report` from figures, coverage and explanations; each format has one file with
`render(report) -> bytes`. Renderers read no clock and no database: the same report gives the same bytes.
"""
