"""A national body of invented people from a seed: real names of provinces, their mergers of 1 July 2025, and as many
units, members, acts and effects as asked for, with the register that follows from them.

It does not issue its acts: they are written as rows, district by district, so that its memory does not grow with its
size. That the register equals the fold of its effects, and that its chains hold, is proved on a small one
(`tests/samples/test_national.py`). Simplified: nobody has personal fields behind commitments, no act has a signer,
districts stay after July 2025, and the book of a year of each issuer is recorded in the following January.
"""
