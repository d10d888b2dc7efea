"""A small GitHub on 127.0.0.1: as much of its API as the workbench uses, with real state, and a refusal
wherever GitHub refuses.

A repository is commits with a whole tree each, and branches that point to them; a test looks at what
arrived, not at what was asked. What a browser may send and see (CORS) and how long an answer may be
kept are GitHub's too, so that the browser itself enforces them. Not here: anything the workbench does
not ask, and git's own protocol.

    with github({"data/regio.yml": "id: x\\n"}) as hub:
        hub.sleutels["github_pat_..."] = Sleutel()
        hub.adres                          # the address of the API
        hub.bestanden("main")              # what stands there now
        hub.mislukt("graphql", 502, na=True)   # the next commit arrives, its answer does not
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

EIGENAAR, NAAM = "regio", "site"
REPO = f"https://github.com/{EIGENAAR}/{NAAM}"
MAG_STUREN = "Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, X-GitHub-OTP, X-Requested-With, User-Agent, GraphQL-Features, X-GitHub-Api-Version"
MAG_ZIEN = "ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset"
GEEN_TOEGANG = "Resource not accessible by personal access token"

Antwoord = tuple[int, Any]


@dataclass
class Sleutel:
    """A token: what it is for and how it stands."""

    eigenaar: str = EIGENAAR
    repo: str = NAAM
    contents: str = "write"
    pull_requests: str = "write"
    verlopen: bool = False
    wacht: bool = False
    sso: str = ""
    push: bool = True


@dataclass(frozen=True)
class Commit:
    sha: str
    ouder: str | None
    boodschap: str
    bestanden: Mapping[str, bytes]


@dataclass
class Voorstel:
    nummer: int
    titel: str
    tekst: str
    tak: str
    basis: str
    open: bool = True


@dataclass
class Storing:
    """What happens to a request in place of, or after, what it asks."""

    wat: str
    status: int
    na: bool
    kop: dict[str, str]
    tekst: str
    keer: int
    sla_over: int


class Geweigerd(Exception):
    """An answer that is a refusal."""

    def __init__(self, status: int, tekst: str, fouten: list[Any] | None = None, **kop: str):
        super().__init__(tekst)
        self.status, self.tekst, self.fouten, self.kop = status, tekst, fouten or [], kop


def blob_sha(inhoud: bytes) -> str:
    """The name git gives a text."""
    return hashlib.sha1(b"blob %d\0" % len(inhoud) + inhoud, usedforsecurity=False).hexdigest()


@dataclass
class GitHub:
    adres: str = ""
    standaard: str = "main"
    sleutels: dict[str, Sleutel] = field(default_factory=dict)
    commits: dict[str, Commit] = field(default_factory=dict)
    takken: dict[str, str] = field(default_factory=dict)
    voorstellen: list[Voorstel] = field(default_factory=list)
    beschermd: str = ""
    """How the published branch refuses a commit: "", "regels" (a ruleset) or "klassiek"."""
    traag_zichtbaar: int = 0
    """How many times a branch that was just made is not there yet."""
    gevraagd: list[tuple[str, str]] = field(default_factory=list)
    schrijftijden: list[float] = field(default_factory=list)
    tussendoor: Callable[[], object] | None = None
    """What a colleague does just after somebody looked what stands here."""
    _storingen: list[Storing] = field(default_factory=list)
    _slot: threading.RLock = field(default_factory=threading.RLock)
    _verborgen: dict[str, int] = field(default_factory=dict)

    # --- for a test ---

    def bestanden(self, tak: str = "main") -> dict[str, str]:
        return {pad: inhoud.decode() for pad, inhoud in self.top(tak).bestanden.items()}

    def top(self, tak: str = "main") -> Commit:
        return self.commits[self.takken[tak]]

    def geschiedenis(self, tak: str = "main") -> list[Commit]:
        found, sha = [], self.takken[tak]
        while sha:
            found.append(self.commits[sha])
            sha = self.commits[sha].ouder or ""
        return found

    def leg_vast(
        self, wijzigingen: Mapping[str, str | bytes | None], tak: str = "main", boodschap: str = "x"
    ) -> str:
        """Somebody commits; None takes a file away."""
        sha = self.takken.get(tak)
        tree = dict(self.commits[sha].bestanden) if sha else {}
        for pad, inhoud in wijzigingen.items():
            if inhoud is None:
                del tree[pad]
            else:
                tree[pad] = inhoud.encode() if isinstance(inhoud, str) else inhoud
        return self._commit(tak, tree, boodschap)

    def mislukt(
        self,
        wat: str,
        status: int,
        *,
        na: bool = False,
        keer: int = 1,
        sla_over: int = 0,
        tekst: str = "",
        **kop: str,
    ) -> None:
        """The next request whose method and path hold ``wat`` gets this; 0 is no answer at all. With
        ``na`` it is done all the same; ``sla_over`` lets some pass first."""
        headers = {name.replace("_", "-"): value for name, value in kop.items()}
        self._storingen.append(Storing(wat, status, na, headers, tekst, keer, sla_over))

    def aantal(self, wat: str) -> int:
        return sum(wat in f"{methode} {pad}" for methode, pad in self.gevraagd)

    # --- state ---

    def _commit(self, tak: str, tree: dict[str, bytes], boodschap: str) -> str:
        ouder = self.takken.get(tak)
        listing = "".join(f"{pad} {blob_sha(inhoud)}\n" for pad, inhoud in sorted(tree.items()))
        text = f"{ouder}\n{boodschap}\n{len(self.commits)}\n{listing}"
        sha = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
        self.commits[sha] = Commit(sha, ouder, boodschap, tree)
        self.takken[tak] = sha
        return sha

    # --- asking ---

    def antwoord(
        self, methode: str, adres: str, koppen: Mapping[str, str], body: bytes
    ) -> tuple[int, Any, dict[str, str]]:
        with self._slot:
            pad, vraag = urlsplit(adres).path, parse_qs(urlsplit(adres).query)
            self.gevraagd.append((methode, pad))
            naam = f"{methode} {pad}"
            storing = next((one for one in self._storingen if one.wat in naam), None)
            if storing and storing.sla_over:
                storing.sla_over -= 1
                storing = None
            if storing:
                storing.keer -= 1
                if not storing.keer:
                    self._storingen.remove(storing)
                if not storing.na:
                    return storing.status, {"message": storing.tekst or "broken"}, storing.kop
            try:
                status, uit = self._doe(methode, pad, vraag, koppen, body)
                kop: dict[str, str] = {}
            except Geweigerd as fout:
                status, kop = fout.status, fout.kop
                uit = {"message": fout.tekst, "errors": fout.fouten}
            if storing:
                return storing.status, {"message": storing.tekst or "broken"}, storing.kop
            return status, uit, {name.replace("_", "-"): value for name, value in kop.items()}

    def _doe(
        self,
        methode: str,
        pad: str,
        vraag: dict[str, list[str]],
        koppen: Mapping[str, str],
        body: bytes,
    ) -> Antwoord:
        sleutel = self._sleutel(koppen)
        inhoud = json.loads(body) if body else {}
        if pad == "/graphql":
            return self._graphql(sleutel, inhoud)
        huis = f"/repos/{EIGENAAR}/{NAAM}"
        if not pad.startswith(huis):
            raise Geweigerd(404, "Not Found")
        rest = pad.removeprefix(huis)
        if methode != "GET":
            self.schrijftijden.append(time.monotonic())
        if methode == "GET":
            return 200, self._lees(sleutel, rest, vraag)
        if methode == "POST" and rest == "/git/refs":
            return self._maak_tak(sleutel, inhoud)
        if methode == "POST" and rest == "/pulls":
            return self._maak_voorstel(sleutel, inhoud)
        if methode == "PATCH" and (found := re.fullmatch(r"/pulls/(\d+)", rest)):
            self._mag(sleutel, "pull_requests")
            one = self.voorstellen[int(found[1]) - 1]
            one.titel, one.tekst = inhoud["title"], inhoud["body"]
            return 200, self._voorstel(one)
        raise Geweigerd(404, "Not Found")

    def _sleutel(self, koppen: Mapping[str, str]) -> Sleutel:
        found = re.fullmatch(r"Bearer (github_pat_\w+)", koppen.get("Authorization", ""))
        sleutel = self.sleutels.get(found[1]) if found else None
        if sleutel is None or sleutel.verlopen:
            raise Geweigerd(401, "Bad credentials")
        if sleutel.sso:
            raise Geweigerd(
                403,
                "Resource protected by organization SAML enforcement.",
                X_GitHub_SSO=f"required; url={sleutel.sso}",
            )
        return sleutel

    def _mag(self, sleutel: Sleutel, recht: str) -> None:
        """Whether a token may write. Reading proves nothing: what is public anybody may read."""
        hier = (sleutel.eigenaar, sleutel.repo) == (EIGENAAR, NAAM)
        if sleutel.wacht or not hier or getattr(sleutel, recht) != "write" or not sleutel.push:
            raise Geweigerd(403, GEEN_TOEGANG)

    def _lees(self, sleutel: Sleutel, rest: str, vraag: dict[str, list[str]]) -> Any:
        if rest == "":
            return {
                "full_name": f"{EIGENAAR}/{NAAM}",
                "default_branch": self.standaard,
                "permissions": {"pull": True, "push": sleutel.push},
            }
        if found := re.fullmatch(r"/git/ref/heads/(.+)", rest):
            return {"ref": f"refs/heads/{found[1]}", "object": {"sha": self._zie(found[1])}}
        if found := re.fullmatch(r"/git/commits/(\w{40})", rest):
            one = self._commit_van(found[1])
            parents = [{"sha": one.ouder}] if one.ouder else []
            return {"sha": one.sha, "message": one.boodschap, "parents": parents}
        if found := re.fullmatch(r"/git/trees/(\w{40})", rest):
            boom = self._boom(self._commit_van(found[1]))
            if self.tussendoor:
                doe, self.tussendoor = self.tussendoor, None
                doe()
            return boom
        if found := re.fullmatch(r"/git/blobs/(\w{40})", rest):
            return self._blob(found[1])
        if rest == "/pulls":
            kop = vraag.get("head", [""])[0].removeprefix(f"{EIGENAAR}:")
            found_ = [one for one in self.voorstellen if one.open and one.tak == kop]
            return [self._voorstel(one) for one in found_]
        raise Geweigerd(404, "Not Found")

    def _zie(self, tak: str) -> str:
        if tak not in self.takken:
            raise Geweigerd(404, "Not Found")
        return self.takken[tak]

    def _commit_van(self, sha: str) -> Commit:
        if sha not in self.commits:
            raise Geweigerd(404, "Not Found")
        return self.commits[sha]

    @staticmethod
    def _boom(commit: Commit) -> Any:
        mappen = {pad.rsplit("/", 1)[0] for pad in commit.bestanden if "/" in pad}
        tree = [{"path": one, "type": "tree", "sha": "0" * 40} for one in sorted(mappen)]
        for pad, inhoud in sorted(commit.bestanden.items()):
            tree.append({"path": pad, "type": "blob", "sha": blob_sha(inhoud)})
        return {"sha": commit.sha, "tree": tree, "truncated": False}

    def _blob(self, sha: str) -> Any:
        for commit in self.commits.values():
            for inhoud in commit.bestanden.values():
                if blob_sha(inhoud) == sha:
                    content = base64.encodebytes(inhoud).decode()
                    return {"sha": sha, "encoding": "base64", "content": content}
        raise Geweigerd(404, "Not Found")

    def _maak_tak(self, sleutel: Sleutel, inhoud: dict[str, Any]) -> Antwoord:
        self._mag(sleutel, "contents")
        tak = str(inhoud["ref"]).removeprefix("refs/heads/")
        if tak in self.takken:
            raise Geweigerd(422, "Reference already exists")
        self._commit_van(inhoud["sha"])
        self.takken[tak] = inhoud["sha"]
        self._verborgen[tak] = self.traag_zichtbaar
        return 201, {"ref": inhoud["ref"], "object": {"sha": inhoud["sha"]}}

    def _maak_voorstel(self, sleutel: Sleutel, inhoud: dict[str, Any]) -> Antwoord:
        self._mag(sleutel, "pull_requests")
        tak, basis = inhoud["head"], inhoud["base"]
        if tak not in self.takken or self._nog_niet(tak):
            field_ = {"resource": "PullRequest", "field": "head", "code": "invalid"}
            raise Geweigerd(422, "Validation Failed", [field_])
        if any(one.open and one.tak == tak for one in self.voorstellen):
            why = f"A pull request already exists for {EIGENAAR}:{tak}."
            raise Geweigerd(422, "Validation Failed", [{"code": "custom", "message": why}])
        if self.takken[tak] in {one.sha for one in self.geschiedenis(basis)}:
            why = f"No commits between {basis} and {tak}"
            raise Geweigerd(422, "Validation Failed", [{"code": "custom", "message": why}])
        one = Voorstel(len(self.voorstellen) + 1, inhoud["title"], inhoud["body"], tak, basis)
        self.voorstellen.append(one)
        return 201, self._voorstel(one)

    def _voorstel(self, one: Voorstel) -> dict[str, Any]:
        return {
            "number": one.nummer,
            "title": one.titel,
            "state": "open" if one.open else "closed",
            "html_url": f"{REPO}/pull/{one.nummer}",
            "head": {"ref": one.tak},
        }

    def _nog_niet(self, tak: str) -> bool:
        left = self._verborgen.get(tak, 0)
        self._verborgen[tak] = max(0, left - 1)
        return left > 0

    # --- GraphQL: the two documents the workbench sends ---

    def _graphql(self, sleutel: Sleutel, inhoud: dict[str, Any]) -> Antwoord:
        query, variables = inhoud["query"], inhoud["variables"]
        if "createCommitOnBranch" in query:
            self.schrijftijden.append(time.monotonic())
            return self._commit_op_tak(sleutel, variables["input"])
        if "pullRequests" in query:
            if sleutel.wacht or sleutel.eigenaar != EIGENAAR or sleutel.pull_requests == "":
                return self._mis("FORBIDDEN", GEEN_TOEGANG)
            return 200, {"data": {"repository": {"pullRequests": {"nodes": self._open()}}}}
        return self._mis("undefinedField", "Field doesn't exist")

    @staticmethod
    def _mis(soort: str, tekst: str) -> Antwoord:
        return 200, {"data": None, "errors": [{"type": soort, "message": tekst}]}

    def _open(self) -> list[dict[str, Any]]:
        found = []
        for one in self.voorstellen:
            if not one.open:
                continue
            oud, nu = self.top(one.basis).bestanden, self.top(one.tak).bestanden
            paden = [pad for pad, text in nu.items() if oud.get(pad) != text]
            found.append(
                {
                    "number": one.nummer,
                    "title": one.titel,
                    "url": f"{REPO}/pull/{one.nummer}",
                    "headRefName": one.tak,
                    "isCrossRepository": False,
                    "files": {"nodes": [{"path": pad} for pad in paden]},
                }
            )
        return found

    def _commit_op_tak(self, sleutel: Sleutel, invoer: dict[str, Any]) -> Antwoord:
        assert set(invoer) == {"branch", "message", "expectedHeadOid", "fileChanges"}, invoer
        assert set(invoer["branch"]) == {"repositoryNameWithOwner", "branchName"}
        assert set(invoer["fileChanges"]) == {"additions"}
        tak = invoer["branch"]["branchName"]
        try:
            self._mag(sleutel, "contents")
        except Geweigerd as fout:
            return self._mis("FORBIDDEN", fout.tekst)
        if invoer["branch"]["repositoryNameWithOwner"] != f"{EIGENAAR}/{NAAM}":
            return self._mis("NOT_FOUND", "Could not resolve to a Repository.")
        if tak not in self.takken or self._nog_niet(tak):
            return self._mis("NOT_FOUND", f"No ref found for '{tak}'")
        if tak == self.standaard and self.beschermd == "klassiek":
            why = "Changes must be made through a pull request."
            return self._mis("BRANCH_PROTECTION_RULE_VIOLATION", why)
        if tak == self.standaard and self.beschermd == "regels":
            why = "Repository rule violations found\n\nChanges must be made through a pull request."
            return self._mis("UNPROCESSABLE", why)
        if self.takken[tak] != invoer["expectedHeadOid"]:
            why = f'Expected branch to point to "{self.takken[tak]}" but it did not.  Pull and try again.'
            return self._mis("STALE_DATA", why)
        tree = dict(self.top(tak).bestanden)
        for one in invoer["fileChanges"]["additions"]:
            if one["path"].startswith(".github/workflows/"):
                return self._mis("NOT_FOUND", "Could not write a workflow")
            try:
                tree[one["path"]] = base64.b64decode(one["contents"], validate=True)
            except binascii.Error:
                return self._mis("argumentLiteralsIncompatible", "not Base64")
        message = invoer["message"]
        sha = self._commit(tak, tree, f"{message['headline']}\n\n{message['body']}")
        return 200, {"data": {"createCommitOnBranch": {"commit": {"oid": sha}}}}


@contextmanager
def github(bestanden: Mapping[str, str | bytes]) -> Iterator[GitHub]:
    """A GitHub with one repository, served until the end."""
    hub = GitHub()
    hub.leg_vast(bestanden, boodschap="begin")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_OPTIONS(self) -> None:
            self.send_response(204)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", MAG_STUREN)
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE")
            self.send_header("Access-Control-Max-Age", "86400")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _antwoord(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, uit, kop = hub.antwoord(self.command, self.path, dict(self.headers), body)
            if not status:
                self.close_connection = True
                self.connection.close()
                return
            text = json.dumps(uit).encode()
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Expose-Headers", MAG_ZIEN)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(text)))
            if self.command == "GET":
                self.send_header("Cache-Control", "private, max-age=60, s-maxage=60")
                self.send_header("Vary", "Accept, Authorization")
            for name, value in kop.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = do_PATCH = _antwoord

        def log_message(self, *args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, address: Any) -> None:
            """A connection that a test broke off is no problem."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    hub.adres = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield hub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
