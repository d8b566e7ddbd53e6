"""The register of acts as it is leafed through: found, counted by bucket, paged, and told with the state of each act.

Everything starts from the acts that a sight sees: what is out of reach is neither listed nor counted nor named.
"""
