"""Importing acts by the million: examined in order in bounded memory, kept ready in a file, then recorded at once."""
