"""Long work of an account: asked for, done by a few threads of the serving process, found again, kept until removed.

The kinds of work are given by the door that starts the pool: a kind is a function from what is asked to an answer.
"""

from fasti.operations.jobs.kind import Answer, Kind, Refused, Task
from fasti.operations.jobs.pool import Pool
from fasti.operations.jobs.record import ask, file_of, folder, grounds, is_open, of_account, remove, take

__all__ = [
    "Answer", "Kind", "Pool", "Refused", "Task", "ask", "file_of", "folder", "grounds", "is_open", "of_account",
    "remove", "take",
]  # fmt: skip
