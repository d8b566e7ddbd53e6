"""What a command cannot do with its input: one sentence for the user, exit code 2."""


class BadInput(Exception):
    """The input cannot be used; the message says what is wrong and what to do."""
