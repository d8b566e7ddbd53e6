"""Files that cannot be read are told in the reader's language, and a body is called by its name."""

from __future__ import annotations

import json
import pathlib
import zipfile

import pytest

from fasti import words
from fasti.cli import asked, backup
from fasti.cli.errors import BadInput
from fasti.operations import archive, restore_body
from fasti.words.troubles import trouble

pytestmark = pytest.mark.django_db


def told(path: pathlib.Path, lang: str) -> str:
    """What is said of an archive that cannot be restored."""
    with pytest.raises(restore_body.CannotRestore) as error:
        restore_body.restore(path)
    return words.say(error.value.code, lang, **backup._told(error.value, lang))


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_backup_that_is_none_is_told_in_each_language(tmp_path: pathlib.Path, lang: str) -> None:
    assert words.say("trouble-absent", lang) in told(tmp_path / "none.zip", lang)
    assert words.say("trouble-folder", lang) in told(tmp_path, lang)
    other = tmp_path / "other.zip"
    other.write_text("minutes of a meeting")
    assert told(other, lang) == words.say("restore-no-backup", lang, file=str(other))
    with zipfile.ZipFile(other, "w") as zipped:
        zipped.writestr(archive.MANIFEST, json.dumps({"format": "another"}))
    assert told(other, lang) == words.say("restore-no-backup", lang, file=str(other))


def test_a_body_is_called_by_its_name() -> None:
    assert backup._name("vn_party", "cs") == "Komunistická strana Vietnamu"


def test_a_file_that_cannot_be_read_is_told_in_the_readers_language(tmp_path: pathlib.Path) -> None:
    with pytest.raises(BadInput, match="такого файла или папки нет"):
        asked.content(str(tmp_path / "none.yaml"), "ru")


def test_a_trouble_unknown_here_keeps_its_own_words() -> None:
    assert trouble(OSError(5, "Input/output error"), "vi") == "Input/output error"
