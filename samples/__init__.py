"""Generators of the sample bodies: invented people in real structures, whose acts add up to published totals."""
