"""A file of the site before is taken over when it is the very same, and never written into."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import bestand


def test_a_file_that_stays_the_same_is_taken_over_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bestand, "_VORIGE", {})
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    for folder in (old, new):
        folder.mkdir()
    (old / "zelfde").write_bytes(b"zelfde")
    (old / "anders").write_bytes(b"oud")
    bestand.volgt_op(new, old)
    for name in ("zelfde", "anders", "erbij"):
        bestand.schrijf(new / name, name.encode())
    assert (new / "zelfde").samefile(old / "zelfde")
    assert {one.name: one.read_text() for one in new.iterdir()} == {
        "zelfde": "zelfde",
        "anders": "anders",
        "erbij": "erbij",
    }
    bestand.schrijf(new / "zelfde", b"toch niet")
    assert (old / "zelfde").read_bytes() == b"zelfde"
    assert (old / "anders").read_bytes() == b"oud"
