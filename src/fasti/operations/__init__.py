"""The verbs: each checks, changes and logs in one transaction. The only transactions, the only callers of effects."""
