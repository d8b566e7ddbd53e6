"""Peer groups: their members side by side on the same figures, and their scores by a scorecard of the charter."""
