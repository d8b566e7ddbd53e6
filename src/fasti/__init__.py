"""Fasti: the system of record for the organisation and personnel work of federated membership bodies."""
