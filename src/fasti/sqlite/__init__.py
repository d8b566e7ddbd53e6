"""The embedded database as Fasti uses it: Django's SQLite, with writers served in the order in which they came."""
