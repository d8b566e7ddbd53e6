"""Unit, Person, Post: the identities that acts name. Nothing dated stands here."""
