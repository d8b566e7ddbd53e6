"""`fasti post`: a post's succession of holders, with its seats, its vacancies and who was planned for it."""

from __future__ import annotations

import argparse
from typing import Any

from fasti import words
from fasti.cli import asked, timelines
from fasti.cli.errors import BadInput


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("post", help="a post's seats, holders and vacancies")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    verb = verbs.add_parser("show", help="who held the post and when it stood empty, with the acts")
    verb.add_argument("post", metavar="POST", help="code of the post")
    verb.add_argument("--json", action="store_true", help="for programs")
    asked.add_when(verb)
    asked.add_language(verb)
    verb.set_defaults(run=show)


def show(arguments: argparse.Namespace) -> int:
    """Print the post's succession as of the day asked about."""
    from fasti.reports.timelines import succession
    from fasti.subjects.models import Post

    pack = asked.body(arguments.lang)
    post = Post.objects.filter(code=arguments.post).first()
    if post is None:
        raise BadInput(words.finding("unknown-post", arguments.lang, post=arguments.post))
    timelines.show(succession.of_post, post.id, arguments, pack)
    return 0
