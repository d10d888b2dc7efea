"""File kinds that carry raw data, known by their name or by how their content begins.

Not here: where such a file may be all the same (``controle``), or what a table holds (``tabel``).
"""

from __future__ import annotations

import re

TABEL = "een tabel in tekst (CSV)"

_SOORTEN = {
    TABEL: "csv tsv tab psv",
    "een rekenblad": "xlsx xlsm xlsb xltx xltm xls xlt ods ots fods numbers",
    "een bestand van een statistiekprogramma": "sav zsav por sas7bdat xpt dta rds rda rdata",
    "een bestand met gegevens in kolommen": "parquet feather arrow orc avro h5 hdf5 npy npz",
    "een databank": "db db3 sqlite sqlite3 duckdb mdb accdb dbf",
    "een ingepakt bestand": "zip 7z rar tar tgz gz bz2 xz zst",
    "een bewaard Python-object": "pkl pickle joblib",
}
_NAMEN = {name: soort for soort, names in _SOORTEN.items() for name in names.split()}

_BEGIN = {
    rb"PK(\x03\x04|\x05\x06|\x07\x08)": "een rekenblad of een ander ingepakt bestand",
    rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "een rekenblad of een ander Office-bestand",
    rb"\$FL[23]|.{0,400}ASCII SPSS PORT FILE": "een bestand van SPSS",
    rb"\x00{12}\xc2\xea\x81\x60|HEADER RECORD\*{7}LIB": "een bestand van SAS",
    rb"<stata_dta>|[\x69-\x73][\x01\x02]\x01\x00": "een bestand van Stata",
    rb"RD[XA][23]\n|X\n\x00\x00\x00[\x02\x03]": "een bestand van R",
    rb"PAR[1E]|ARROW1\x00\x00|FEA1|Obj\x01|\x89HDF\r\n\x1a\n|\x93NUMPY": (
        "een bestand met gegevens in kolommen"
    ),
    rb"SQLite format 3\x00|\x00\x01\x00\x00Standard (Jet|ACE) DB|.{8}DUCK": "een databank",
    rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x1f\x8b|BZh[1-9]1AY&SY|\xfd7zXZ\x00|\x28\xb5\x2f\xfd": (
        "een ingepakt bestand"
    ),
    rb".{257}ustar": "een ingepakt bestand",
    rb"\x80[\x02-\x05]": "een bewaard Python-object",
}
_INHOUD = tuple((re.compile(sign, re.DOTALL), soort) for sign, soort in _BEGIN.items())


def soort_van_naam(pad: str) -> str | None:
    """What the name says; every ending counts, so that ``cijfers.csv.bak`` is a table."""
    endings = [one.strip(" ~#").casefold() for one in pad.rpartition("/")[2].split(".")[1:]]
    return next((_NAMEN[one] for one in reversed(endings) if one in _NAMEN), None)


def soort_van_inhoud(raw: bytes) -> str | None:
    """What the first bytes say, whatever the name is; text says nothing."""
    head = raw[:512]
    return next((soort for sign, soort in _INHOUD if sign.match(head)), None)
