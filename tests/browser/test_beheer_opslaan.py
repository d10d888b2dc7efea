"""Saving from the workbench: drafts, GitHub, a folder, a package. The modules run on a page of their
own with an engine of the tests, against a GitHub of the tests; what arrived there is looked at."""

from __future__ import annotations

import json
import re
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    TimeoutError,
    expect,
)

from tests.browser.conftest import BREED
from tests.browser.github import REPO, GitHub, Sleutel, github
from tests.gebouwd import REPO_URL, ROOT, Gedeeld, bediend, gedeeld

SLEUTEL = "github_pat_11ABCDEFG0abcdefghijkl_" + "Zz9" * 19
VOORSTEL, DIRECT = "Doe een voorstel", "Zet het meteen op de site"
LEREN, WONEN, TERM = "speerpunten/leren.yml", "speerpunten/wonen.yml", "begrippen/oza.yml"
DATA = {
    "regio.yml": "id: proef\nnaam: Proef\n",
    LEREN: "titel: Leren\nstand: loopt\ntrekker: onbekend\n",
    WONEN: "titel: Wonen\nstand: loopt\n",
    TERM: "titel: OZA\nuitleg: zorg en onderwijs\n",
}
ANDERS = {
    "README.md": "lees mij\n",
    ".github/workflows/test.yml": "on: push\n",
    "docs/nl/index.md": "# Hoi\n",
}
PAGINA = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>wacht</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; script-src 'self'; connect-src 'self' {api}; base-uri 'none'; form-action 'self'">
<script src="{voor}.js"></script><script type="module" src="app/proef.js"></script></head><body><main><h1>Proef</h1><div id="plek"></div></main>
<script type="application/json" id="manifest">{manifest}</script></body></html>
"""


def in_repo(data: dict[str, str]) -> dict[str, str]:
    return {f"data/{pad}": tekst for pad, tekst in data.items()}


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder with the modules, and where it is served."""
    folder = tmp_path_factory.mktemp("werkbank")
    app = folder / "app"
    shutil.copytree(ROOT / "docs" / "werkbank", app)
    shutil.copytree(ROOT / "tests" / "browser" / "werkbank", app, dirs_exist_ok=True)
    (folder / "404.html").write_text("weg")
    scripts = folder / "assets" / "js"
    scripts.mkdir(parents=True)
    shutil.copyfile(ROOT / "node_modules" / "fflate" / "esm" / "browser.js", scripts / "fflate.js")
    with bediend(folder) as url:
        yield folder, url


@dataclass
class Werkplek:
    """A workbench of a test: its address and its GitHub."""

    folder: Path
    url: str
    hub: GitHub
    maak: Callable[[], Page]
    manifest: dict[str, Any] = field(default_factory=dict)

    def schrijf(self, **manifest: Any) -> None:
        """The site as it was built with these."""
        self.manifest.update(manifest)

    def open(self, page: Page | None = None, voor: str = "") -> Page:
        """The page, with a script that runs before those of the workbench."""
        name = f"p{len(list(self.folder.iterdir()))}"
        (self.folder / f"{name}.js").write_text(voor, encoding="utf-8")
        html = PAGINA.format(api=self.hub.adres, manifest=json.dumps(self.manifest), voor=name)
        (self.folder / f"{name}.html").write_text(html, encoding="utf-8")
        page = page or self.maak()
        page.goto(f"{self.url}{name}.html")
        expect(page).to_have_title("klaar")
        return page

    def wijzig(self, page: Page, pad: str, **velden: str | None) -> None:
        page.evaluate("([pad, velden]) => wijzig(pad, velden)", [pad, velden])

    def opslaan(self, page: Page, weg: str = VOORSTEL, sleutel: str = SLEUTEL) -> None:
        """Open the ways and choose one; gives the key where that is asked."""
        page.evaluate("() => open()")
        page.get_by_role("radio", name=weg).check()
        expect(page.locator(".wb-weg .knop").last).to_be_visible()
        if weg in (VOORSTEL, DIRECT) and sleutel:
            veld = page.get_by_label("Plak je sleutel")
            if veld.count():
                veld.fill(sleutel)
                page.get_by_role("button", name="Gebruik deze sleutel").click()

    def doe(self, page: Page, knop: str = "Doe het voorstel") -> None:
        page.get_by_role("button", name=knop, exact=True).click()

    def voorstel(self, page: Page, pad: str = LEREN, **velden: str | None) -> None:
        """Change something and propose it."""
        self.wijzig(page, pad, **(velden or {"stand": "klaar"}))
        self.opslaan(page)
        self.doe(page)


_GEWEIGERD = re.compile(
    r"Failed to load|The Same Origin Policy disallows reading the remote resource at (\S+)\. "
)
"""What Chromium says of it, and Firefox."""


@dataclass
class Vensters:
    """Windows that one test after another gets, and what was seen in them since it began."""

    context: BrowserContext
    vrij: list[Page] = field(default_factory=list)
    gezien: list[str] = field(default_factory=list)
    hier: tuple[str, ...] = ()

    def geef(self) -> Page:
        if self.vrij:
            return self.vrij.pop()
        page = self.context.new_page()
        page.on("console", self._console)
        page.on("request", self._request)
        page.on("pageerror", lambda error: self._fout(str(error), ""))
        return page

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in ("debug", "verbose"):
            self._fout(f"{message.type}: {message.text}", message.location["url"])

    def _fout(self, tekst: str, plek: str) -> None:
        """Not what a GitHub of the tests refused, or what went wrong on the way there."""
        refused = _GEWEIGERD.search(tekst)
        if not refused or not (refused[1] or plek).startswith(self.hier):
            self.gezien.append(tekst)

    def _request(self, request: Request) -> None:
        if not request.url.removeprefix("blob:").startswith((*self.hier, "about:")):
            self.gezien.append(f"haalt iets van elders: {request.url}")


@pytest.fixture(scope="module")
def vensters(browser: Browser) -> Iterator[Vensters]:
    """Windows of this module: what they store and whom they ask is looked at here."""
    context = browser.new_context(viewport=BREED, accept_downloads=True)
    yield Vensters(context)
    context.close()


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory: pytest.TempPathFactory) -> Gedeeld:
    return gedeeld(tmp_path_factory)


_nummer = count()


@pytest.fixture
def werk(huis: tuple[Path, str], vensters: Vensters) -> Iterator[Werkplek]:
    """A workbench with a GitHub of its own; every page of it is watched."""
    folder, url = huis
    plek = folder / f"w{next(_nummer)}"
    plek.mkdir()
    (plek / "app").symlink_to(folder / "app")
    pages: list[Page] = []

    def maak() -> Page:
        pages.append(vensters.geef())
        return pages[-1]

    with github({**in_repo(DATA), **ANDERS}) as hub:
        hub.sleutels[SLEUTEL] = Sleutel()
        vensters.gezien.clear()
        vensters.hier = (url, hub.adres)
        werkplek = Werkplek(plek, f"{url}{plek.name}/", hub, maak)
        commit = hub.takken["main"]
        werkplek.schrijf(repo=REPO, api=hub.adres, commit=commit, pauze=0, data=DATA, site="Proef")
        yield werkplek
        for page in pages:
            if not page.is_closed():
                page.goto("about:blank")
                vensters.vrij.append(page)
    assert vensters.gezien == []


def uitkomst(page: Page) -> Locator:
    return page.locator(".wb-uitkomst")


def zegt(page: Page, *zinnen: str) -> None:
    """Wait until the outcome says all of these; sooner than ``expect`` looks again."""
    script = "(zinnen) => zinnen.every((zin) => document.querySelector('.wb-uitkomst').textContent.includes(zin))"
    try:
        page.wait_for_function(script, arg=list(zinnen), timeout=10_000)
    except TimeoutError:
        pytest.fail(f"not {zinnen} but: {uitkomst(page).inner_text()}", pytrace=False)


# --- a proposal -----------------------------------------------------------------------------------


def test_proposal_is_one_commit_with_these_files_alone_and_says_what_changes(
    werk: Werkplek,
) -> None:
    page = werk.open()
    werk.wijzig(page, TERM, uitleg="zorg & onderwijs <b>samen</b> @iemand fixes #1")
    werk.voorstel(page)
    zegt(page, "Je voorstel staat klaar: nummer 1")
    [one] = werk.hub.voorstellen
    assert one.titel == "2 wijzigingen: OZA, Leren"
    assert "- stand: was `loopt`, wordt `klaar`" in one.tekst
    assert "`zorg & onderwijs <b>samen</b> @iemand fixes #1`" in one.tekst
    assert werk.hub.bestanden() == {**in_repo(DATA), **ANDERS}
    new, _begin = werk.hub.geschiedenis(one.tak)
    assert new.boodschap.startswith("2 wijzigingen: OZA, Leren\n\n")
    arrived = werk.hub.bestanden(one.tak)
    assert arrived.pop("data/" + LEREN) == "titel: Leren\nstand: klaar\ntrekker: onbekend\n"
    assert "<b>samen</b>" in arrived.pop("data/" + TERM)
    left = {**in_repo(DATA), **ANDERS}
    assert arrived == {
        pad: left[pad] for pad in left if pad not in ("data/" + LEREN, "data/" + TERM)
    }
    assert uitkomst(page).get_by_role("link").get_attribute("href") == f"{REPO}/pull/1"
    words = "async () => { const { titel, voorsteltekst } = await import(new URL('app/bericht.js', location)); return [titel([{ titel: '@iemand #1', nieuw: true, velden: [] }]), voorsteltekst([], '@iemand *#1*')]; }"
    title, text = page.evaluate(words)
    assert title == "(at)iemand nr. 1: nieuw"  # nobody is called, nothing is closed
    assert text.startswith("(at)iemand \\*nr. 1\\*\n")


def test_key_is_nowhere_but_in_the_request_and_can_be_forgotten(werk: Werkplek) -> None:
    page = werk.open(
        voor="window.berichten = []; const post = Worker.prototype.postMessage; Worker.prototype.postMessage = function (...alles) { berichten.push(JSON.stringify(alles)); return post.apply(this, alles); };"
    )
    werk.hub.mislukt("POST /repos/regio/site/pulls", 403, tekst="Resource not accessible")
    werk.voorstel(page)
    zegt(page, "het voorstel zelf maken mocht niet")
    seen = page.evaluate(
        """async () => {
          const winkels = await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((klaar) => {
            const vraag = indexedDB.open(name);
            vraag.onsuccess = () => {
              const db = vraag.result;
              const namen = [...db.objectStoreNames];
              const taak = db.transaction(namen);
              const alles = namen.map((naam) => taak.objectStore(naam).getAll());
              taak.oncomplete = () => { klaar(alles.map((een) => een.result)); db.close(); };
            };
          })));
          const velden = [...document.querySelectorAll("input, textarea")].map((veld) => veld.value);
          return JSON.stringify([winkels, { ...localStorage }, { ...sessionStorage }, document.cookie, location.href,
            document.documentElement.outerHTML, velden, berichten, history.state, window.name,
            await concept.alsBestand(), Object.keys(window).map((naam) => { try { return JSON.stringify(window[naam]); } catch { return ""; } })]);
        }"""
    )
    assert "klaar" in seen
    assert "github_pat_11" not in seen
    page.get_by_role("button", name="Vergeet sleutel").click()
    expect(page.get_by_label("Plak je sleutel")).to_be_focused()
    asked = len(werk.hub.gevraagd)
    werk.doe(page)
    expect(page.get_by_text("Plak eerst je sleutel.")).to_be_visible()
    # A browser may keep the page whole and bring it back: without the key.
    page.get_by_label("Plak je sleutel").fill(SLEUTEL)
    page.get_by_role("button", name="Gebruik deze sleutel").click()
    page.evaluate("() => dispatchEvent(new Event('pagehide'))")
    werk.doe(page)
    expect(page.get_by_text("Plak eerst je sleutel.")).to_be_visible()
    assert len(werk.hub.gevraagd) == asked


GEEN_SLEUTEL = {
    "": "Plak eerst je sleutel.",
    "ghp_" + "a" * 36: "andere soort ('classic')",
    "gho_" + "a" * 36: "andere soort ('classic')",
    "0123456789abcdef0123456789abcdef01234567": "andere soort ('classic')",
    "ssh-ed25519 AAAAC3Nz iemand": "Dit is een SSH-sleutel",
    "-----BEGIN OPENSSH PRIVATE KEY-----": "plak hem ook nergens anders",
    "Welkom01!": "Is het een wachtwoord?",
    "github_pat_kort": "niet goed gekopieerd",
    "github_pat_11ABC DEFG0abcdefghijklmnop": "niet goed gekopieerd",
    "github_pat_11ABCDEFG0abcdéfghijklmnop": "niet goed gekopieerd",
}


def test_what_is_no_key_is_explained_and_never_sent(werk: Werkplek) -> None:
    page = werk.open()
    werk.wijzig(page, LEREN, stand="klaar")
    werk.opslaan(page, sleutel="")
    field_ = page.get_by_label("Plak je sleutel")
    for pasted, sentence in GEEN_SLEUTEL.items():
        field_.fill(pasted)
        page.get_by_role("button", name="Gebruik deze sleutel").click()
        expect(page.locator(".wb-sleutel .wb-fout")).to_contain_text(sentence)
        assert field_.input_value() == ""
        assert not pasted or pasted not in page.locator("main").inner_text()
    assert werk.hub.gevraagd == []


GEEN_RECHT = {
    "wacht nog op goedkeuring": Sleutel(wacht=True),
    "bij 'Resource owner' moet regio gekozen zijn": Sleutel(eigenaar="ander"),
    "bij 'Repository access' moet die gekozen zijn": Sleutel(repo="ander"),
    "moeten op 'Read and write' staan": Sleutel(contents="read"),
    "Je account mag hier zelf niet schrijven": Sleutel(push=False),
    "eerst zelf vrijgeeft": Sleutel(
        sso="https://github.com/orgs/regio/sso?authorization_request=x"
    ),
    "GitHub kent deze sleutel niet (meer)": Sleutel(verlopen=True),
}


def test_key_that_may_not_write_is_explained_and_changes_nothing(werk: Werkplek) -> None:
    page = werk.open()
    werk.wijzig(page, LEREN, stand="klaar")
    werk.opslaan(page, sleutel=f" \n{SLEUTEL}\n")
    for sentence, key in GEEN_RECHT.items():
        werk.hub.sleutels[SLEUTEL] = key
        werk.doe(page)
        zegt(page, sentence)
        zegt(page, "Je concept staat nog hier.")
        if key.sso:
            assert uitkomst(page).get_by_role("link").get_attribute("href") == key.sso
        expect(page.get_by_label("Plak je sleutel")).to_have_count(int(key.verlopen))
        uitkomst(page).evaluate("(element) => element.replaceChildren()")
    assert list(werk.hub.takken) == ["main"]


def test_second_save_goes_into_the_same_proposal_until_that_is_merged(werk: Werkplek) -> None:
    page = werk.open()
    werk.voorstel(page)
    zegt(page, "nummer 1")
    werk.doe(page)
    zegt(page, "Er is niets te veranderen")
    werk.voorstel(page, stand="gestopt")
    zegt(page, "Je wijzigingen zitten nu in voorstel 1")
    [one] = werk.hub.voorstellen
    assert len(werk.hub.geschiedenis(one.tak)) == 3
    assert "stand: gestopt" in werk.hub.bestanden(one.tak)["data/" + LEREN]
    assert "gestopt" in one.tekst
    one.open = False
    werk.hub.leg_vast({"data/" + LEREN: werk.hub.bestanden(one.tak)["data/" + LEREN]})
    werk.voorstel(page, trekker="de school")
    zegt(page, "nummer 2")
    assert len(werk.hub.voorstellen) == 2
    assert (
        "stand: gestopt\ntrekker: de school"
        in werk.hub.bestanden(werk.hub.voorstellen[1].tak)["data/" + LEREN]
    )


def test_proposal_that_got_stuck_is_taken_up_again(werk: Werkplek) -> None:
    """Without the right to make proposals; with the branch made, and nothing on it; after a reload."""
    werk.hub.sleutels[SLEUTEL].pull_requests = "read"
    page = werk.open()
    werk.voorstel(page)
    zegt(page, "Ze staan veilig in de tak")
    [tak] = [one for one in werk.hub.takken if one != "main"]
    assert f"compare/main...{tak}?expand=1" in (
        uitkomst(page).get_by_role("link").get_attribute("href") or ""
    )
    werk.hub.sleutels[SLEUTEL].pull_requests = "write"
    page.wait_for_timeout(200)
    page = werk.open(page)
    page.evaluate("() => speelAf()")
    werk.opslaan(page)
    werk.doe(page)
    zegt(page, "nummer 1")
    assert len(werk.hub.takken) == 2
    assert len(werk.hub.geschiedenis(tak)) == 2

    werk.hub.mislukt("POST /graphql", 401, tekst="Bad credentials")
    werk.hub.voorstellen[0].open = False
    werk.wijzig(page, WONEN, stand="klaar")
    werk.doe(page)
    zegt(page, "GitHub kent deze sleutel niet")


def test_protected_branch_is_no_dead_end(werk: Werkplek) -> None:
    page = werk.open()
    werk.wijzig(page, LEREN, stand="klaar")
    werk.opslaan(page, DIRECT)
    for kind in ("klassiek", "regels"):
        werk.hub.beschermd = kind
        uitkomst(page).evaluate("(element) => element.replaceChildren()")
        werk.doe(page, "Zet het nu op de site")
        zegt(page, "mag alleen veranderen door een voorstel")
    assert len(werk.hub.geschiedenis()) == 1
    werk.doe(page, "Maak er een voorstel van")
    zegt(page, "nummer 1")


def test_names_that_exist_and_branches_that_are_slow_to_show_do_no_harm(werk: Werkplek) -> None:
    werk.hub.traag_zichtbaar = 1
    page = werk.open()
    werk.voorstel(page)
    zegt(page, "nummer 1")
    # The same again from another browser, that does not know of the first time.
    ander = werk.open(
        voor="indexedDB.open = () => { throw new DOMException('', 'SecurityError'); };"
    )
    werk.voorstel(ander)
    zegt(ander, "Er staat al een voorstel open over hetzelfde")
    werk.doe(ander, "Doe het voorstel toch")
    zegt(ander, "Je wijzigingen zitten nu in voorstel 1")
    assert len(werk.hub.takken) == 2
    assert len(werk.hub.geschiedenis(werk.hub.voorstellen[0].tak)) == 2


# --- others were at work too ----------------------------------------------------------------------


def test_other_fields_are_merged_also_when_a_colleague_is_just_ahead(werk: Werkplek) -> None:
    hun = {"data/" + LEREN: "titel: Leren\nstand: loopt\ntrekker: de school\n"}
    werk.hub.tussendoor = lambda: werk.hub.leg_vast(hun)
    page = werk.open()
    werk.wijzig(page, LEREN, stand="klaar")
    werk.opslaan(page, DIRECT)
    werk.doe(page, "Zet het nu op de site")
    zegt(page, "Het is gelukt")
    assert (
        werk.hub.bestanden()["data/" + LEREN] == "titel: Leren\nstand: klaar\ntrekker: de school\n"
    )
    assert len(werk.hub.geschiedenis()) == 3
    # Again at once: what was read a moment ago is not what stands there now.
    werk.wijzig(page, LEREN, stand="gestopt")
    werk.opslaan(page, DIRECT)
    werk.doe(page, "Zet het nu op de site")
    zegt(page, "Het is gelukt")
    assert (
        werk.hub.bestanden()["data/" + LEREN]
        == "titel: Leren\nstand: gestopt\ntrekker: de school\n"
    )


def test_same_fields_are_shown_side_by_side_to_choose(werk: Werkplek) -> None:
    werk.hub.leg_vast({"data/" + LEREN: "titel: Leren!\nstand: gestopt\ntrekker: de regio\n"})
    page = werk.open()
    werk.wijzig(page, WONEN, stand="klaar")
    werk.voorstel(page, stand="klaar", trekker="de school")
    for field_, words in {
        "stand": ("klaar", "gestopt"),
        "trekker": ("de school", "de regio"),
    }.items():
        question = page.get_by_role("group", name=f"Leren: {field_}")
        for word in words:
            expect(question).to_contain_text(word)
    assert list(werk.hub.takken) == ["main"]
    page.get_by_role("group", name="Leren: stand").get_by_label("Die van jou").check()
    page.get_by_role("group", name="Leren: trekker").get_by_label("Die van je collega").check()
    werk.doe(page, "Verder met deze keuze")
    zegt(page, "nummer 1")
    arrived = werk.hub.bestanden(werk.hub.voorstellen[0].tak)
    assert arrived["data/" + LEREN] == "titel: Leren!\nstand: klaar\ntrekker: de regio\n"
    assert "stand: klaar" in arrived["data/" + WONEN]


def test_records_that_a_colleague_renamed_are_asked_about(werk: Werkplek) -> None:
    choices = {
        LEREN: "Mijn wijziging verhuist mee",
        WONEN: "Zet het terug",
        TERM: "Laat mijn wijziging vervallen",
    }
    moved = {pad: pad.replace(".yml", "-nu.yml") for pad in choices}
    for pad, new in moved.items():
        werk.hub.leg_vast({"data/" + pad: None, "data/" + new: DATA[pad]})
    page = werk.open()
    for pad in choices:
        werk.wijzig(page, pad, titel="Anders")
    werk.opslaan(page)
    werk.doe(page)
    for pad, choice in choices.items():
        question = page.get_by_role("group", name=f"({pad})")
        expect(question).to_contain_text(f"heet nu {moved[pad]}")
        question.get_by_label(choice).check()
    werk.doe(page, "Verder met deze keuze")
    zegt(page, "nummer 1")
    arrived = werk.hub.bestanden(werk.hub.voorstellen[0].tak)
    changed = [pad for pad, text in arrived.items() if "titel: Anders" in text]
    assert changed == ["data/" + moved[LEREN], "data/" + WONEN]
    assert arrived["data/" + moved[TERM]] == DATA[TERM]
    assert {one["pad"] for one in page.evaluate("() => concept.alle()")} == {moved[LEREN], WONEN}


def test_record_that_is_gone_or_was_made_twice_is_asked_about(werk: Werkplek) -> None:
    werk.hub.leg_vast(
        {"data/" + LEREN: None, "data/begrippen/nieuw.yml": "titel: Ander\nuitleg: u\n"}
    )
    page = werk.open()
    werk.wijzig(page, "begrippen/nieuw.yml", titel="Nieuw", uitleg="u")
    werk.voorstel(page)
    vraag = page.get_by_role("group", name="Nieuw: titel")
    expect(vraag).to_contain_text("Ander")
    vraag.get_by_label("Die van jou").check()
    werk.doe(page, "Verder met deze keuze")
    weg = page.get_by_role("group", name="staat er niet meer")
    expect(weg.get_by_label("Mijn wijziging verhuist mee")).to_have_count(0)
    weg.get_by_label("Zet het terug").check()
    werk.doe(page, "Verder met deze keuze")
    zegt(page, "nummer 1")
    arrived = werk.hub.bestanden(werk.hub.voorstellen[0].tak)
    assert arrived["data/begrippen/nieuw.yml"] == "titel: Nieuw\nuitleg: u\n"
    assert "stand: klaar" in arrived["data/" + LEREN]


def test_open_proposal_of_another_on_the_same_file_is_told_first(werk: Werkplek) -> None:
    werk.hub.takken["ander"] = werk.hub.takken["main"]
    werk.hub.leg_vast({"data/" + LEREN: "titel: Leren\nstand: x\ntrekker: onbekend\n"}, "ander")
    werk.hub._maak_voorstel(
        Sleutel(), {"head": "ander", "base": "main", "title": "Van mij", "body": ""}
    )
    page = werk.open()
    werk.voorstel(page)
    expect(uitkomst(page).get_by_role("link")).to_have_text("Voorstel 1: Van mij")
    assert len(werk.hub.takken) == 2
    werk.doe(page, "Doe het voorstel toch")
    zegt(page, "nummer 2")


# --- when something fails -------------------------------------------------------------------------


def test_answer_that_gets_lost_never_makes_anything_twice(werk: Werkplek) -> None:
    """Each step, with an answer that says nothing or none at all, done and not done."""
    page = werk.open()
    werk.wijzig(page, LEREN, stand="klaar")
    werk.opslaan(page)
    made = 0
    steps: dict[str, list[tuple[int, bool]]] = {
        "git/refs": [(0, True), (503, False)],
        "POST /graphql": [(502, True), (0, True), (0, False)],
        "POST /repos/regio/site/pulls": [(502, True), (0, False)],
    }
    for wat, answers in steps.items():
        for status, na in answers:
            page.evaluate("(pad) => concept.merk(pad, { voorstel: undefined, gezien: {} })", LEREN)
            werk.hub.leg_vast({"README.md": f"{made}\n"})
            werk.hub.mislukt(wat, status, na=na, sla_over=1 if "graphql" in wat else 0)
            werk.doe(page)
            made += 1
            zegt(page, f" {made}Bekijk je voorstel")
            branches = [one for one in werk.hub.takken if one != "main"]
            assert len(branches) == made, (wat, status, na)
            assert len(werk.hub.geschiedenis(branches[-1])) == made + 2, (wat, status, na)
            assert [one.tak for one in werk.hub.voorstellen] == branches
            werk.hub.voorstellen[-1].open = False


def test_waits_as_long_as_github_says_and_writes_one_by_one(werk: Werkplek) -> None:
    werk.schrijf(pauze=150)
    page = werk.open()
    werk.hub.mislukt(
        "git/refs", 403, tekst="You have exceeded a secondary rate limit", Retry_After="1"
    )
    begin = time.monotonic()
    werk.voorstel(page)
    zegt(page, "nummer 1")
    assert time.monotonic() - begin > 1
    times = werk.hub.schrijftijden
    assert len(times) == 3
    assert all(late - early >= 0.149 for early, late in pairwise(times))


def test_long_wait_and_a_network_that_is_gone_end_in_words(werk: Werkplek) -> None:
    page = werk.open()
    werk.hub.mislukt("GET", 429, tekst="slow down", Retry_After="3000")
    werk.voorstel(page)
    zegt(page, "GitHub heeft het even te druk")
    werk.hub.mislukt("git/refs", 0, keer=50)
    werk.doe(page)
    zegt(page, "GitHub antwoordt niet. Je wijziging is niet aangekomen.")
    zegt(page, "Je concept staat nog hier.")
    assert list(werk.hub.takken) == ["main"]
    werk.hub._storingen.clear()
    werk.hub.mislukt("", 0, keer=500)
    werk.doe(page)
    zegt(page, "GitHub antwoordt niet. Er is niets veranderd.")
    werk.hub._storingen.clear()
    werk.doe(page)
    zegt(page, "nummer 1")


NIET = """../x.yml|speerpunten/../../x.yml|speerpunten/con.yml|speerpunten/com1.yml|speerpunten/A.yml|x.yml
speerpunten/a/b.yml|speerpunten/x.csv|speerpunten/.yml|speerpunten/-a.yml|regio.yml/x|regio.yml |vertaling/../x.po
vertaling/en.po/x|speerpunten/x.yml/|.github/workflows/x.yml|speerpunten\\x.yml"""


def test_only_files_of_the_data_are_ever_written(werk: Werkplek) -> None:
    page = werk.open()
    script = "async (paden) => { const { magPad } = await import(new URL('app/pad.js', location)); const { soorten } = await motor.vraag('begin'); return paden.filter((pad) => magPad(pad, soorten)); }"
    goed = [LEREN, "regio.yml", "vertaling/en.po", "speerpunten/1a-hulp-in-de-klas.yml"]
    assert page.evaluate(script, [*NIET.replace("\n", "|").split("|"), *goed]) == goed
    werk.wijzig(page, "../.github/workflows/x.yml", titel="x")
    werk.opslaan(page)
    werk.doe(page)
    zegt(page, "Dit bestand wordt hier niet geschreven: data/../.github/workflows/x.yml")
    assert list(werk.hub.takken) == ["main"]


def test_texts_of_any_kind_and_size_arrive_as_they_are(werk: Werkplek) -> None:
    lang = "é🎒" * 350_000
    werk.hub.leg_vast(
        {"data/" + TERM: f"\ufefftitel: OZA\r\nuitleg: zorg en onderwijs\r\nook: {lang}\r\n"}
    )
    page = werk.open()
    werk.voorstel(page, TERM, titel="Één “twee” 🎒")
    zegt(page, "nummer 1")
    arrived = werk.hub.bestanden(werk.hub.voorstellen[0].tak)["data/" + TERM]
    assert arrived == f"\ufefftitel: Één “twee” 🎒\r\nuitleg: zorg en onderwijs\r\nook: {lang}\r\n"


# --- what is offered ------------------------------------------------------------------------------


def test_ways_that_cannot_be_used_say_why_and_the_last_one_used_comes_first(werk: Werkplek) -> None:
    page = werk.open()
    werk.wijzig(page, LEREN, stand="FOUT")
    page.evaluate("() => open()")
    ways = page.get_by_role("radio")
    for name in (VOORSTEL, DIRECT):
        expect(page.get_by_role("radio", name=name)).to_be_disabled()
    expect(page.get_by_text("Er zit nog 1 fout in. Verbeter die eerst.")).to_have_count(2)
    page.get_by_role("radio", name="Maak een pakket").check()
    werk.doe(page, "Maak het pakket")
    zegt(page, "Er zit nog 1 fout in")
    werk.schrijf(repo="https://voorbeeld.test/broncode", uitgevallen=True)
    page.wait_for_timeout(200)
    page = werk.open(page)
    page.evaluate("() => open()")
    expect(ways.first).to_have_attribute("value", "pakket")
    expect(page.get_by_text("weet niet waar haar bestanden op GitHub staan")).to_have_count(2)
    folders = page.evaluate("() => 'showDirectoryPicker' in window")  # Firefox has none
    unchecked = page.get_by_text("in deze browser kan niets worden nagekeken")
    expect(unchecked).to_have_count(int(folders))
    expect(page.locator("input[type=radio]:enabled")).to_have_count(1)


# --- a folder -------------------------------------------------------------------------------------

SCHIJF = """
  window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(window.kiest ?? "kloon");
  window.opSchijf = async (pad, tekst) => {
    const delen = pad.split("/");
    const naam = delen.pop();
    let map = await navigator.storage.getDirectory();
    for (const deel of delen) map = await map.getDirectoryHandle(deel, { create: true });
    if (tekst === undefined) return (await (await map.getFileHandle(naam)).getFile()).text();
    const stroom = await (await map.getFileHandle(naam, { create: true })).createWritable();
    await stroom.write(tekst);
    await stroom.close();
  };
"""
IN_MAP = "Schrijf het in een map op je computer"


def kloon(page: Page, bestanden: dict[str, str]) -> None:
    for pad, tekst in bestanden.items():
        page.evaluate("([pad, tekst]) => opSchijf(pad, tekst)", [f"kloon/{pad}", tekst])


def op_schijf(page: Page, pad: str) -> str:
    found: str = page.evaluate(
        "async (pad) => { const b = await (await opSchijf(pad), navigator.storage.getDirectory()); return opSchijf(pad); }",
        f"kloon/{pad}",
    )
    return found


@pytest.mark.chromium
def test_folder_gets_only_what_changed_with_its_own_line_ends(werk: Werkplek) -> None:
    page = werk.open(voor=SCHIJF)
    windows = {pad: tekst.replace("\n", "\r\n") for pad, tekst in in_repo(DATA).items()}
    windows["data/" + WONEN] = "titel: Wonen\r\nstand: loopt\r\nnieuw: van een collega\r\n"
    kloon(page, windows)
    werk.wijzig(page, LEREN, stand="klaar")
    werk.wijzig(page, WONEN, stand="klaar")
    werk.wijzig(page, "begrippen/nieuw.yml", titel="Nieuw")
    werk.opslaan(page, IN_MAP)
    page.evaluate("() => { window.kiest = 'elders'; return opSchijf('elders/data/x.yml', 'x'); }")
    werk.doe(page, "Kies de map")
    zegt(page, "staat geen data/regio.yml")
    page.evaluate("() => opSchijf('elders/data/regio.yml', 'id: ander\\n')")
    werk.doe(page, "Kies de map")
    zegt(page, "is van een andere regio (ander)")
    page.evaluate("() => { window.kiest = 'kloon'; }")
    werk.doe(page, "Kies de map")
    zegt(page, "Het staat in de map")
    expect(uitkomst(page).get_by_role("listitem")).to_have_count(3)
    assert (
        op_schijf(page, "data/" + LEREN) == "titel: Leren\r\nstand: klaar\r\ntrekker: onbekend\r\n"
    )
    assert (
        op_schijf(page, "data/" + WONEN)
        == "titel: Wonen\r\nstand: klaar\r\nnieuw: van een collega\r\n"
    )
    assert op_schijf(page, "data/" + TERM) == windows["data/" + TERM]
    assert op_schijf(page, "data/begrippen/nieuw.yml") == "titel: Nieuw\n"
    # Once more: the same field again is no clash with oneself.
    werk.wijzig(page, LEREN, stand="gestopt")
    werk.opslaan(page, IN_MAP)
    werk.doe(page, "Schrijf in de map 'kloon'")
    zegt(page, "stond er al zo")
    assert "stand: gestopt" in op_schijf(page, "data/" + LEREN)


@pytest.mark.chromium
def test_folder_is_asked_for_again_by_a_click_and_a_failed_write_leaves_the_file_whole(
    werk: Werkplek,
) -> None:
    again = """
      let mag = "prompt";
      FileSystemHandle.prototype.queryPermission = async () => mag;
      FileSystemHandle.prototype.requestPermission = async () => (navigator.userActivation.isActive ? (mag = "granted") : "denied");
    """
    page = werk.open(voor=SCHIJF)
    kloon(page, in_repo(DATA))
    werk.wijzig(page, LEREN, stand="klaar")
    werk.opslaan(page, IN_MAP)
    werk.doe(page, "Kies de map")
    zegt(page, "Het staat in de map")
    page = werk.open(page, voor=SCHIJF + again)
    page.evaluate("() => speelAf()")
    werk.wijzig(page, LEREN, stand="gestopt")
    werk.opslaan(page, IN_MAP)
    page.evaluate("""() => {
      const schrijf = FileSystemWritableFileStream.prototype.write;
      FileSystemWritableFileStream.prototype.write = async function (tekst) {
        FileSystemWritableFileStream.prototype.write = schrijf;
        await this.write(tekst.slice(0, 5));
        throw new DOMException("", "QuotaExceededError");
      };
    }""")
    werk.doe(page, "Verbind opnieuw met de map 'kloon'")
    zegt(page, "1 bestand is niet geschreven")
    zegt(page, "past niet meer op de schijf")
    assert op_schijf(page, "data/" + LEREN) == "titel: Leren\nstand: klaar\ntrekker: onbekend\n"
    werk.doe(page, "Schrijf in de map 'kloon'")
    zegt(page, "Het staat in de map")
    assert "stand: gestopt" in op_schijf(page, "data/" + LEREN)


def test_browser_without_folders_says_so(werk: Werkplek) -> None:
    page = werk.open(voor="delete window.showDirectoryPicker;")
    werk.wijzig(page, LEREN, stand="klaar")
    page.evaluate("() => open()")
    expect(page.get_by_role("radio", name=IN_MAP)).to_be_disabled()
    expect(page.get_by_text("laat een webpagina geen map op je computer gebruiken")).to_be_visible()


# --- a package ------------------------------------------------------------------------------------


@pytest.mark.chromium
def test_package_holds_the_files_the_words_and_the_drafts_and_a_colleague_opens_it(
    werk: Werkplek, tmp_path: Path
) -> None:
    page = werk.open()
    werk.wijzig(page, LEREN, stand="FOUT 🎒")
    werk.opslaan(page, "Maak een pakket")
    with page.expect_download() as started:
        werk.doe(page, "Maak het pakket")
    zip_ = tmp_path / started.value.suggested_filename
    started.value.save_as(zip_)
    with zipfile.ZipFile(zip_) as inside:
        assert sorted(inside.namelist()) == ["LEESMIJ.txt", "concepten.json", "data/" + LEREN]
        assert (
            inside.read("data/" + LEREN).decode()
            == "titel: Leren\nstand: FOUT 🎒\ntrekker: onbekend\n"
        )
        words = inside.read("LEESMIJ.txt").decode()
    assert '- stand: was "loopt", wordt "FOUT 🎒"' in words
    assert "- Leren: Dit woord mag niet." in words
    assert "open een pakket" in page.get_by_label("Tekst voor de mail").input_value().lower()
    zegt(page, "Er zit")
    page.evaluate("(pad) => { motor.waarden.clear(); return concept.vergeet(pad); }", LEREN)
    page.get_by_text("Open een pakket van een collega").click()
    kapot = tmp_path / "kapot.zip"
    kapot.write_bytes(zip_.read_bytes()[:90])
    vreemd = tmp_path / "vreemd.json"
    vreemd.write_text(
        json.dumps(
            {
                "soort": "concepten",
                "concepten": [{"pad": "../x.yml", "waarde": {}, "basis": None, "commit": ""}],
            }
        )
    )
    for file, zin in (
        (kapot, "beschadigd"),
        (vreemd, "geen bestand van deze site"),
        (Path(__file__), "geen bestand met concepten"),
    ):
        page.get_by_label("Het pakket (zip)").set_input_files(file)
        expect(page.get_by_text(zin).first).to_be_visible()
    # Whatever the engine thinks of it, the draft is kept and the page begins again with it.
    page.evaluate("() => { window.eerder = true; motor.zet = () => { throw new Error('nee'); }; }")
    page.get_by_label("Het pakket (zip)").set_input_files(zip_)
    page.wait_for_function("() => !window.eerder && window.concept")
    page.wait_for_function("() => concept.alle().then((alle) => alle.length === 1)")
    assert page.evaluate("() => concept.alle()")[0]["waarde"]["stand"] == "FOUT 🎒"


# --- drafts ---------------------------------------------------------------------------------------


def stand(page: Page, pad: str = LEREN) -> Any:
    found = page.evaluate("() => concept.alle()")
    return next((one["waarde"].get("stand") for one in found if one["pad"] == pad), None)


def test_draft_is_there_again_after_the_tab_was_killed_and_steps_go_back_and_forth(
    werk: Werkplek,
) -> None:
    page = werk.open()
    page.evaluate(
        """async (pad) => {
          for (const stand of ["k", "kl", "kla"]) wijzig(pad, { stand });
          await new Promise((klaar) => setTimeout(klaar, 20));
          wijzig(pad, { trekker: "de school" });
          await wijzig(pad, { trekker: "de school zelf" });
        }""",
        LEREN,
    )
    page.evaluate("(pad) => { wijzig(pad, { stand: 'net getypt' }); }", LEREN)
    page.goto("about:blank")  # in the middle of the pause before it is written
    page.close()
    page = werk.open()
    assert stand(page) == "net getypt"
    steps = []
    for which in ["ongedaan"] * 4 + ["opnieuw"] * 4:
        step = page.evaluate("([wat, pad]) => concept[wat](pad)", [which, LEREN])
        steps.append(
            step and step["waarde"] and [step["waarde"]["stand"], step["waarde"]["trekker"]]
        )
    assert steps == [
        ["kla", "de school zelf"],
        ["kla", "onbekend"],
        None,
        None,
        ["kla", "onbekend"],
        ["kla", "de school zelf"],
        ["net getypt", "de school zelf"],
        None,
    ]
    assert page.evaluate("(pad) => concept.stappen(pad)", LEREN) == {
        "ongedaan": True,
        "opnieuw": False,
    }


@pytest.mark.parametrize(
    ("voor", "zin"),
    [
        (
            "indexedDB.open = () => { throw new DOMException('', 'SecurityError'); };",
            "Deze browser bewaart hier niets (SecurityError).",
        ),
        (
            "Object.defineProperty(window, 'indexedDB', { value: { open() { const vraag = { error: new DOMException('', 'InvalidStateError') }; setTimeout(() => vraag.onerror({ preventDefault() {} })); return vraag; } } });",
            "Deze browser bewaart hier niets (InvalidStateError).",
        ),
        (
            "IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); };",
            "De opslag van deze browser is vol",
        ),
    ],
)
def test_without_storage_drafts_stay_in_memory_and_that_is_said(
    werk: Werkplek, voor: str, zin: str
) -> None:
    page = werk.open(voor=voor)
    werk.wijzig(page, LEREN, stand="klaar")
    assert stand(page) == "klaar"
    page.wait_for_function("() => concept.opslag() === 'geheugen'")
    page.evaluate("() => open()")
    expect(page.get_by_text(zin)).to_be_visible()
    expect(page.get_by_role("button", name="Download je concepten")).to_be_visible()
    assert "klaar" in page.evaluate("() => concept.alsBestand()")


def test_old_tab_makes_way_or_is_named(werk: Werkplek) -> None:
    old = werk.open()
    werk.wijzig(old, LEREN, stand="klaar")
    newer = "const open = indexedDB.open; indexedDB.open = function (naam) { return open.call(this, naam, 2); };"
    page = werk.open(voor=newer)
    werk.wijzig(page, WONEN, stand="klaar")
    assert stand(page) == "klaar"
    assert page.evaluate("() => concept.uitleg()") == ""
    old.wait_for_function("() => concept.opslag() === 'geheugen'")
    assert "nieuwere versie van deze pagina geopend" in old.evaluate("() => concept.uitleg()")
    # One that does not make way, and then is closed after all.
    old.close()
    stuck = werk.open(
        voor=f"{newer} Object.defineProperty(IDBDatabase.prototype, 'onversionchange', {{ set() {{}} }});"
    )
    assert stand(stuck) == "klaar"
    newest = werk.open(voor=newer.replace(", 2)", ", 3)"))
    page.close()
    werk.wijzig(newest, TERM, uitleg="u")
    assert "houdt de opslag bezet: sluit dat tabblad" in newest.evaluate("() => concept.uitleg()")
    stuck.close()
    newest.wait_for_function("() => concept.opslag() !== 'geheugen'")
    assert len(newest.evaluate("() => concept.alle()")) == 3


def test_record_is_for_one_tab_and_the_other_reads_along(werk: Werkplek) -> None:
    one, other = werk.open(), werk.open()
    for page in (one, other):
        page.evaluate(
            "() => { window.gehoord = []; concept.luister((wat) => gehoord.push(wat)); return concept.alle(); }"
        )
    assert one.evaluate("(pad) => concept.grendel(pad)", LEREN) is True
    assert other.evaluate("(pad) => concept.grendel(pad)", LEREN) is False
    assert other.evaluate("(pad) => concept.grendel(pad)", WONEN) is True
    werk.wijzig(one, LEREN, stand="klaar")
    other.wait_for_function("(pad) => gehoord.some((wat) => wat.pad === pad)", arg=LEREN)
    assert stand(other) == "klaar"
    with pytest.raises(Error, match="open in een ander tabblad"):
        werk.wijzig(other, LEREN, stand="nee")
    one.close()  # as a tab that was killed: it lets go by being gone
    other.wait_for_function("() => gehoord.some((wat) => wat.vrij)")
    werk.wijzig(other, LEREN, stand="nu wel")
    assert stand(other) == "nu wel"


def test_drafts_follow_the_site(werk: Werkplek) -> None:
    page = werk.open()
    werk.wijzig(page, LEREN, stand="klaar")
    werk.wijzig(page, WONEN, stand="klaar")
    werk.wijzig(page, TERM, uitleg="mijn")
    page.wait_for_timeout(200)
    werk.schrijf(
        commit="f" * 40,
        data={
            **DATA,
            LEREN: "titel: Leren\nstand: loopt\ntrekker: de school\n",
            WONEN: "titel: Wonen\nstand: klaar\n",
            TERM: "titel: OZA\nuitleg: hun\n",
        },
    )
    page = werk.open(page)
    assert page.evaluate("() => herstel()") == {
        "samengevoegd": [LEREN],
        "vervallen": [WONEN],
        "botsingen": [TERM],
    }
    drafts = {one["pad"]: one["waarde"] for one in page.evaluate("() => concept.alle()")}
    assert drafts == {
        LEREN: {"titel": "Leren", "stand": "klaar", "trekker": "de school"},
        TERM: {"titel": "OZA", "uitleg": "mijn"},
    }


# --- the whole way --------------------------------------------------------------------------------


def test_whole_way_from_a_field_to_a_proposal_beside_a_colleague(
    gebouwd: Gedeeld, vensters: Vensters, tmp_path: Path
) -> None:
    """On the page as it is built, with the engine as it is: a title, and with it the catalogue."""
    pad = "data/speerpunten/alles-bekend.yml"
    files = [file for file in gebouwd.data.rglob("*") if file.is_file()]
    data = {
        f"data/{file.relative_to(gebouwd.data).as_posix()}": file.read_bytes() for file in files
    }
    for one in gebouwd.site.iterdir():
        (tmp_path / one.name).symlink_to(one)
    (tmp_path / "beheer").unlink()
    (tmp_path / "beheer").mkdir()
    for one in (gebouwd.site / "beheer").iterdir():
        (tmp_path / "beheer" / one.name).symlink_to(one)
    page_ = tmp_path / "beheer" / "index.html"
    built = page_.read_text(encoding="utf-8")
    page_.unlink()
    with github(data) as hub, bediend(tmp_path) as url:
        page_.write_text(built.replace("https://api.github.com", hub.adres).replace(REPO_URL, REPO))
        hub.sleutels[SLEUTEL] = Sleutel()
        vensters.gezien.clear()
        vensters.hier = (url, hub.adres)
        page = vensters.geef()
        page.goto(f"{url}beheer/#/pad/{pad.removeprefix('data/')}")
        title = page.get_by_label("Titel").first
        before = title.input_value()
        title.fill(f"{before} samen")
        theirs = data[pad].decode().replace("mist 50%", "mist 60%")
        assert theirs.encode() != data[pad]
        hub.leg_vast({pad: theirs})
        expect(page.locator(".wb-motor[data-stand=klaar]")).to_be_attached(timeout=60_000)
        page.goto(f"{url}beheer/#/opslaan")
        page.get_by_label("Plak je sleutel").fill(SLEUTEL)
        page.get_by_role("button", name="Gebruik deze sleutel").click()
        page.get_by_role("button", name="Doe het voorstel", exact=True).click()
        zegt(page, "nummer 1")
        [proposal] = hub.voorstellen
        assert "samen" in proposal.tekst
        assert "60%" not in proposal.tekst
        found = hub.bestanden(proposal.tak)
        assert {name for name, text in found.items() if text.encode() != data[name]} == {
            pad,
            "data/vertaling/en.po",
        }
        lines = zip(theirs.splitlines(), found[pad].splitlines(), strict=True)
        assert [new for old, new in lines if old != new] == [
            """titel: 'Samen & sterk: "2 > 1" samen'"""
        ]
        page.goto("about:blank")
        vensters.vrij.append(page)
    assert vensters.gezien == []
