"""The preview builds only what can have changed: what it shows must be what a whole build shows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import eq
from pathlib import Path

import pytest

from macros.engine.voorbeeld import Taalsite, VoorbeeldFout, verplaats
from macros.load import Geheugen, load, without_collector
from macros.model.basis.datum import Datum
from macros.model.geheel import SOORTEN
from macros.model.walk import leaves
from macros.opendata.adres import TABELVORMEN
from scripts.bench_serve import Voorbeeld, Wijziging
from tests.gebouwd import LAGEN, MINI, ROOT, VANDAAG
from tests.langzaam import traag

DAG = Datum(VANDAAG.year, VANDAAG.month, VANDAAG.day)


@dataclass(frozen=True)
class Werk:
    """A region and its prose, to edit."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    def vervang(self, pad: str, oud: str, nieuw: str) -> None:
        """Replace what the pattern ``oud`` finds first."""
        file = self.folder / pad
        text, count = re.subn(oud, nieuw, file.read_text(encoding="utf-8"), count=1)
        assert count == 1, f"{oud!r} staat niet in {pad}"
        file.write_text(text, encoding="utf-8")

    def hernoem(self, pad: str, naam: str) -> None:
        """A record with another id, in the place of this one."""
        self.vervang(pad, r"(?m)^id: .*$", f"id: {naam}")
        file = self.folder / pad
        file.rename(file.with_name(f"{naam}{file.suffix}"))

    def kopieer(self, pad: str, naam: str) -> None:
        """One more record like this one."""
        file = self.folder / pad
        raw = re.sub(r"(?m)^id: .*$", f"id: {naam}", file.read_text(encoding="utf-8"), count=1)
        file.with_name(f"{naam}{file.suffix}").write_text(raw, encoding="utf-8")

    def archiveer(self, pad: str) -> None:
        self.vervang(pad, r"(?m)^(id: .*)$", r"\1\nstatus: gearchiveerd")


def maak(folder: Path, *lagen: Path) -> Werk:
    for data in lagen:
        shutil.copytree(data, folder / "data", copy_function=shutil.copyfile, dirs_exist_ok=True)
    for taal in ("nl", "en"):
        shutil.copytree(ROOT / "docs" / taal, folder / "docs" / taal)
    return Werk(folder)


class Site:
    """One language of the preview, kept up to date in a folder."""

    def __init__(self, werk: Werk, taal: str, site: Path) -> None:
        self.werk, self.site = werk, site
        self.taal = Taalsite(taal, "http://127.0.0.1/", docs_dir=str(werk.docs / taal))
        self.geheugen = Geheugen()
        self.gemaakt: set[str] = set()

    def werk_bij(self) -> None:
        loaded = load(self.werk.data, DAG, self.geheugen)
        assert loaded.ok, loaded.issues
        assert loaded.regio is not None
        new = self.site.with_name(f"{self.site.name}.nieuw")
        try:
            with without_collector():
                gone = self.taal.bouw(loaded, loaded.regio, new)
            self.gemaakt = {one.relative_to(new).as_posix() for one in new.rglob("index.html")}
            for name in gone:
                (self.site / name).unlink()
            list(verplaats(new, self.site))
        finally:
            shutil.rmtree(new)
        self.taal.onthoud()

    @property
    def inhoud(self) -> dict[str, bytes]:
        files = (one for one in self.site.rglob("*") if one.is_file())
        return {one.relative_to(self.site).as_posix(): one.read_bytes() for one in files}

    def verschil(self) -> list[str]:
        """The files that a whole build of the same data makes otherwise, or not, or too."""
        whole = Site(self.werk, self.taal.taal, self.werk.folder / "geheel")
        whole.werk_bij()
        found, wanted = self.inhoud, whole.inhoud
        shutil.rmtree(whole.site)
        return sorted(name for name in {**found, **wanted} if found.get(name) != wanted.get(name))


Stap = Callable[[Werk], object]


def vervang(pad: str, oud: str, nieuw: str) -> Stap:
    return lambda werk: werk.vervang(pad, oud, nieuw)


LES = "data/arrangement/lessen/deel-de-kosten.yml"
BEURTEN: tuple[tuple[Stap, ...], ...] = (
    (vervang("docs/en/over.md", "(?m)^title: .*$", "title: On every page"),),
    (  # what is in the menu too, in most of the figures, or on most of the pages
        vervang("data/regio.yml", "klein", "groot"),
        vervang("data/gemeenten/gemeente-dorp.yml", "naam: .*", "naam: Nieuw-Dorp"),
        vervang("data/begrippen/thuiszitter.yml", "(?m)^term: .*$", "term: blijver"),
        vervang(
            "data/agendas/plan-2021-2023.yml", "(?m)^korte_naam: .*$", "korte_naam: Iets anders"
        ),
    ),
    (  # records that come, go, and are called otherwise
        lambda werk: werk.kopieer("data/arrangement/arrangementen/ergens-iets.yml", "nog-een"),
        lambda werk: werk.kopieer("data/overleg/onderwerpen/geld.yml", "nog-een"),
        lambda werk: werk.archiveer("data/monitor/indicatoren/eigen-telling.yml"),
        lambda werk: (werk.data / "overleg/functies/regisseur.yml").unlink(),
        lambda werk: (werk.data / "monitor/dpia/gemeente-eiland.yml").unlink(),
        lambda werk: (werk.docs / "en/privacy.md").unlink(),
    ),
    (  # texts of a few pages
        lambda werk: werk.hernoem("data/arrangement/arrangementen/nog-een.yml", "nog-iets"),
        vervang("data/speerpunten/alles-bekend.yml", "(?m)^titel: .*$", "titel: Samen sterk"),
        vervang("data/samenwerking/onderdelen/1a-hulp-in-de-klas.yml", "duidelijk", "helder"),
        vervang("data/begrippen/sbo.yml", "(?m)^uitleg: .*$", "uitleg: Kort gezegd."),
        vervang("data/bronnen/plan.yml", "(?m)^titel: .*$", "titel: Een ander plan"),
        vervang("data/partijen/swv-mini.yml", "(?m)^naam: .*$", "naam: SWV Maxi"),
        vervang("data/vertaling/en.po", "Plan & sons", "Plan & daughters"),
        vervang("data/monitor/waarnemingen/verslag.csv", r"(?m)\n.*\n\Z", "\n"),
        vervang("docs/nl/over.md", r"\Z", "\nNog een alinea.\n"),
        vervang("docs/en/over.md", r"\Z", "\nOne more paragraph.\n"),
    ),
    (vervang(LES, "Zij betaalden", "Wij betaalden"),),
)
"""Edits that are made together, one turn after the other."""


def test_after_edits_of_every_sort_the_preview_is_what_a_whole_build_makes(tmp_path: Path) -> None:
    site = Site(werk := maak(tmp_path, MINI), "en", tmp_path / "site")
    site.werk_bij()
    everything = {name for name in site.gemaakt if "figuur/" not in name}  # these have no frame
    for beurt in BEURTEN:
        for stap in beurt:
            stap(werk)
        site.werk_bij()
        pages = (site.site / name for name in everything)
        assert all(b"On every page" in one.read_bytes() for one in pages if one.exists())
    assert site.verschil() == []
    assert (leren := "en/arrangementen/leren/index.html") in site.gemaakt
    assert len(site.gemaakt) < len(everything) / 4

    before = site.inhoud
    werk.vervang("docs/en/bronnen.md", r"\Z", "\n{{ bestaat_niet(page) }}\n")
    werk.vervang(LES, "Wij betaalden", "Niemand betaalde")
    line = (werk.docs / "en/bronnen.md").read_text(encoding="utf-8").count("\n")
    with pytest.raises(VoorbeeldFout, match=rf"(?s)^docs/en/bronnen\.md:{line}: .*bestaat_niet"):
        site.werk_bij()
    assert site.inhoud == before
    werk.vervang("docs/en/bronnen.md", r"\n\{\{ bestaat_niet\(page\) \}\}\n", "")
    site.werk_bij()
    changed = {name for name, text in site.inhoud.items() if before.get(name) != text}
    files = {f"en/data/v1/lessen.{kind}" for kind in TABELVORMEN}
    assert {leren, *files} <= changed <= site.gemaakt | files


def kandidaten(werk: Werk) -> Iterator[tuple[str, Callable[[], object]]]:
    """Of every kind of record: other texts, one archived, one more, and one less."""
    for soort in SOORTEN:
        loaded = load(werk.data, DAG)
        assert loaded.regio is not None
        records = [(path, one) for kind, path, one in loaded.regio.records() if kind is soort]
        for path, record in records[:1]:
            file, pad = werk.data / path, f"data/{path}"
            raw = file.read_text(encoding="utf-8")
            texts = [one for one in leaves(record) if one.tekst is not None and not one.onbekend]
            for leaf in dict.fromkeys([*texts[:1], *texts[-1:]]):
                words = re.findall(r"[a-z]{4,}", str(leaf.value))
                word = next((one for one in words if raw.count(one) == 1), None)
                if word:
                    yield f"{path}: {word}", partial(werk.vervang, pad, word, f"{word}en")
            if soort.tabellen:
                yield f"{path}: een rij minder", partial(werk.vervang, pad, r"\n.*\n\Z", "\n")
            elif soort.is_map:
                yield f"{path}: gearchiveerd", partial(werk.archiveer, pad)
                yield f"{path}: nog een", partial(werk.kopieer, pad, "nog-een")
        if soort.is_map:
            for path, _ in records:
                yield f"{path}: weg", (werk.data / path).unlink


@traag
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_after_each_edit_the_preview_is_what_a_whole_build_makes(tmp_path: Path, taal: str) -> None:
    site = Site(werk := maak(tmp_path, *LAGEN), taal, tmp_path / "site")
    site.werk_bij()
    shutil.copytree(werk.data, kept := tmp_path / "bewaard")
    wrong, done = {}, 0
    for naam, doe in [*kandidaten(werk)]:
        doe()
        if load(werk.data, DAG).ok:  # what the rules refuse never gets into a page
            site.werk_bij()
            done += 1
            if found := site.verschil():
                wrong[naam] = found
        shutil.rmtree(werk.data)
        shutil.copytree(kept, werk.data)
    for beurt in BEURTEN:
        for number, stap in enumerate(beurt):
            stap(werk)
            if load(werk.data, DAG).ok:
                site.werk_bij()
                if found := site.verschil():
                    wrong[f"beurt van {len(beurt)}, stap {number}"] = found
    assert wrong == {}
    assert done > 100


@traag
def test_a_page_has_read_the_same_whatever_was_made_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(maak(tmp_path, *LAGEN), "nl", tmp_path / "site")
    site.werk_bij()
    assert site.taal.oud is not None
    together, alone = {**site.taal.oud.lezingen}, {}
    for naam in together:
        monkeypatch.setattr(site.taal, "_opnieuw", partial(eq, naam))
        site.werk_bij()
        alone[naam] = site.taal.nieuw.lezingen[naam]
    assert [naam for naam, read in alone.items() if read != together[naam]] == []


@traag
def test_make_serve_shows_an_edit_and_a_mistake_and_looks_at_the_whole_site(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for laag in LAGEN:
        shutil.copytree(laag, data, copy_function=shutil.copyfile, dirs_exist_ok=True)
    les = data / "arrangement" / "lessen" / "deel-de-kosten.yml"
    good = les.read_text(encoding="utf-8")
    voorbeeld = Voorbeeld(data)
    try:
        voorbeeld.wacht_op("Klaar in")
        voorbeeld.wacht_op("nagekeken")
        page = "arrangementen/leren/"
        voorbeeld.seconden(Wijziging(les, "betaalden", page))
        assert "betaaldenxq" in voorbeeld.lees(f"en/{page}")
        les.write_text(good.replace("titel:", "titl:"), encoding="utf-8")
        voorbeeld.wacht_op("Niet bijgewerkt")
        text = voorbeeld.lees(page)
        assert f"{les}:3:1: fout: Het veld &#x27;titl&#x27; bestaat niet." in text
        assert "betaaldenxq" in text
        les.write_text(good, encoding="utf-8")
        voorbeeld.wacht_op("Bijgewerkt")
        text = voorbeeld.lees(page)
        assert "alert" not in text
        assert "betaaldenxq" not in text
        voorbeeld.wacht_op("nagekeken")
        assert '"nl"' in voorbeeld.lees("pagefind/pagefind-entry.json")
    finally:
        voorbeeld.stop()
