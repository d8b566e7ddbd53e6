"""Consolidated reports and official documents: what they say is put together once, then written in each format.

`gather` computes what a report stands on, `assemble` tells it as a `model.Report` in a language; each format has
one file with `render(report) -> bytes`. Renderers read no clock and no database: the same report gives the same bytes.
"""
