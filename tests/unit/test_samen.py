"""Files that are written as one, and what is said when that cannot be."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from macros.source.samen import gemeld, schrijf_samen, waarom, waarom_niet
from tests.unit.gevallen import foto


def test_all_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("oud", encoding="utf-8")
    schrijf_samen(tmp_path, {"a.yml": "nieuw\n", "map/in/b.yml": "één\n", "c.bin": b"\r\n"})
    assert {path: file for path, file in foto(tmp_path).items() if "." in path} == {
        "a.yml": b"nieuw\n",
        "c.bin": b"\r\n",
        "map/in/b.yml": "één\n".encode(),
    }


@pytest.mark.parametrize("bij", ["a.yml", "map/b.yml", "z.yml"])
def test_when_one_cannot_be_written_all_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bij: str
) -> None:
    for name in ("a.yml", "z.yml"):
        (tmp_path / name).write_text(f"oud {name}", encoding="utf-8")
    before = foto(tmp_path)
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target) == tmp_path / bij and "-oud" not in Path(source).name:
            raise OSError(errno.ENOSPC, "vol")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(OSError, match="vol"):
        schrijf_samen(tmp_path, dict.fromkeys(("a.yml", "map/b.yml", "z.yml"), "nieuw"))
    assert foto(tmp_path) == before


def test_a_file_that_must_be_new_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("oud", encoding="utf-8")
    with pytest.raises(FileExistsError) as error:
        schrijf_samen(tmp_path, {"b.yml": "x", "a.yml": "nieuw"}, {"a.yml"})
    assert waarom(error.value).startswith("Dit bestand is er intussen al: ")
    assert foto(tmp_path) == {"a.yml": b"oud"}


def test_the_folder_is_named_and_not_our_own_scratch_folder_in_it() -> None:
    error = PermissionError(errno.EACCES, "Permission denied", "data/.schrijven-x1/0")
    assert waarom_niet(error) == (
        "Hier mag niet worden geschreven: data. Kies een andere map, of pas de rechten aan."
    )


def test_a_command_ends_with_the_reason_and_a_fault_of_ours_is_raised() -> None:
    with pytest.raises(SystemExit, match="De schijf is vol"), gemeld():
        raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(FileNotFoundError), gemeld():
        raise FileNotFoundError(errno.ENOENT, "weg")
