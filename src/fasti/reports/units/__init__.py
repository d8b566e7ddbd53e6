"""What is told of a unit to somebody who may see it: its place in the tree, posts, life, figures and boundaries.

Read for one unit at a time and never for all: each reader asks the record a fixed number of questions, however many
units there are. What the sight does not grant is left out here, so pages and programs are told the same.
"""
