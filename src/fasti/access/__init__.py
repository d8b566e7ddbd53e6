"""Who may see or do what: derived from the posts a person holds on a day, as the charter pack grants it.

No right is stored. A `Sight` is worked out from the tenures of the account's person on one day; it ends with the tenure
and can be explained by it. What was looked at is kept in the access log.
"""
