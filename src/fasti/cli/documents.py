"""Writes documents to files, in the format that the file's name or `--format` says."""

from __future__ import annotations

import pathlib
import sys

from fasti import charter, words
from fasti.acts.models import Act
from fasti.cli.errors import BadInput


def put(content: bytes, output: str | None, lang: str) -> None:
    """Write a document to a file, or to standard output when none is named."""
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = pathlib.Path(output)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        detail = words.trouble(error, lang)
        raise BadInput(words.say("cli-cannot-read", lang, file=output, detail=detail)) from error
    print(words.say("cli-report-written", lang, file=output), file=sys.stderr)


def write_act(act: Act, output: str, lang: str, pack: charter.Pack) -> int:
    """Write an act as an official document, .pdf or .docx."""
    from fasti.reports import act_document, act_words

    renderers = {".pdf": act_document.render_pdf, ".docx": act_document.render_docx}
    render_one = renderers.get(pathlib.Path(output).suffix)
    if render_one is None:
        raise BadInput(words.finding("wrong-type", lang, field="--output", value=output))
    put(render_one(act_words.document(act, pack=pack, lang=lang)), output, lang)
    return 0
