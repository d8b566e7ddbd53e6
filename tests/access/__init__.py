"""Who may see or do what: the same questions asked of one sight after the other."""
