"""The written record: acts with their effects, relations, tasks and attachments, numbered, signed and chained."""
