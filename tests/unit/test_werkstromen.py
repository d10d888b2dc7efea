"""The workflows: who may do what, on which event. An outsider can use nothing that publishes, and
nothing but the words of one comment.

Read as GitHub reads them; whether they are well written otherwise, ``make lint`` tells.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import effectbericht
from tests.unit.mini import ROOT

MAP = ROOT / ".github" / "workflows"
WERKSTROMEN: dict[str, dict[str, Any]] = {
    file.name: yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    for file in sorted(MAP.iterdir())
}
"""``BaseLoader``: every value is text, and ``on`` is no boolean."""


def banen() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every job, as ``file:job``."""
    for naam, stroom in WERKSTROMEN.items():
        for baan, inhoud in stroom["jobs"].items():
            yield f"{naam}:{baan}", inhoud


def stappen(baan: dict[str, Any]) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = baan.get("steps", [])
    return steps


def gebruikt(baan: dict[str, Any], actie: str) -> list[dict[str, Any]]:
    """The steps of a job that use an action, with what they hand to it."""
    return [stap for stap in stappen(baan) if stap.get("uses", "").startswith(f"{actie}@")]


def buiten() -> list[str]:
    """The workflows that run, or are called by one that runs, on a pull request."""
    found = [naam for naam, stroom in WERKSTROMEN.items() if "pull_request" in stroom["on"]]
    for naam in found:
        for baan in WERKSTROMEN[naam]["jobs"].values():
            if baan.get("uses", "").startswith("./"):
                found.append(baan["uses"].rpartition("/")[2])
    return found


def test_no_workflow_starts_on_an_event_that_gives_an_outsider_our_rights() -> None:
    events = {naam: set(stroom["on"]) for naam, stroom in WERKSTROMEN.items()}
    assert events == {
        "cbs.yml": {"schedule", "workflow_dispatch"},
        "deploy.yml": {"push", "schedule", "workflow_dispatch"},
        "effect.yml": {"workflow_run"},
        "hulp.yml": {"schedule", "workflow_dispatch"},
        "kanarie.yml": {"schedule", "workflow_dispatch"},
        "publiceer.yml": {"workflow_call"},
        "test.yml": {"push", "pull_request", "workflow_call"},
    }
    assert WERKSTROMEN["deploy.yml"]["on"]["push"] == {"branches": ["main"]}
    after = {"workflows": ["test"], "types": ["completed"]}
    assert WERKSTROMEN["effect.yml"]["on"]["workflow_run"] == after


def test_what_may_comment_runs_our_own_code_and_nothing_of_the_pull_request() -> None:
    stroom = WERKSTROMEN["effect.yml"]
    ((naam, baan),) = stroom["jobs"].items()
    assert naam == "bericht"
    assert baan["if"] == "github.event.workflow_run.event == 'pull_request'"
    checkout, bericht = stappen(baan)
    assert checkout["with"] == {
        "persist-credentials": "false",
        "ref": "${{ github.event.repository.default_branch }}",
    }
    assert bericht["run"] == "python3 -m scripts.effectbericht"  # needs nothing installed
    assert bericht["env"] == {"GH_TOKEN": "${{ github.token }}"}


def test_the_checks_of_a_pull_request_leave_what_it_does_and_its_site_also_when_they_fail() -> None:
    steps = [
        stap
        for stap in stappen(WERKSTROMEN["test.yml"]["jobs"]["test"])
        if "pull_request" in stap.get("if", "")
    ]
    assert {stap["if"] for stap in steps} == {
        "${{ !cancelled() && github.event_name == 'pull_request' }}"
    }
    effect, pieces, _, site = steps
    assert effect["run"].startswith("make effect BASIS=HEAD^1 ")
    assert pieces["with"]["name"] == effectbericht.ARTEFACT
    assert pieces["with"]["path"].endswith(f"/{effectbericht.BESTAND}")
    assert effect["run"].endswith(f'/{effectbericht.BESTAND}"')
    assert site["with"]["name"] == effectbericht.SITE
    assert {pieces["with"]["retention-days"], site["with"]["retention-days"]} == {"14"}
    assert WERKSTROMEN["test.yml"]["name"] == "test"
    assert (ROOT / effectbericht.WERKSTROOM) == MAP / "test.yml"


def test_no_word_that_an_outsider_chose_is_part_of_a_command() -> None:
    """Of what GitHub fills in, only what is ours or a number reaches a step; a name of a branch, a
    title or a commit is read from the event, as data.
    """
    ours = re.compile(
        r"\$\{\{ (vars\.DATA \|\| 'data'|env\.DATA|github\.(token|server_url|repository|ref)"
        r"|runner\.temp|matrix\.engine|(steps|needs)\.\w+\.(outputs\.\w+|result)"
        r"|github\.event\.repository\.default_branch"
        r"|!cancelled\(\) && github\.event_name == 'pull_request') \}\}"
    )
    for naam, stroom in WERKSTROMEN.items():
        for baan in stroom["jobs"].values():
            for stap in stappen(baan):
                assert "${{" not in stap.get("run", ""), naam
                said = str({name: one for name, one in stap.items() if name != "run"})
                assert "${{" not in ours.sub("", said), naam
    names = re.findall(r"\$\{\{ (.*?) \}\}", str(WERKSTROMEN["effect.yml"]["concurrency"]))
    run = "github.event.workflow_run"
    assert names == [f"{run}.head_repository.id", f"{run}.head_branch"]


def test_every_right_of_every_job_is_named_and_there_are_no_others() -> None:
    assert [naam for naam, stroom in WERKSTROMEN.items() if stroom["permissions"] != {}] == []
    rights = {naam: baan["permissions"] for naam, baan in banen()}
    publish = {"pages": "write", "id-token": "write"}
    read = {"contents": "read"}
    assert rights == {
        "cbs.yml:nodig": {"actions": "read"},
        "cbs.yml:nieuws": {"contents": "write", "pull-requests": "write"},
        "deploy.yml:weg": {**read, "actions": "read"},
        "deploy.yml:test": read,
        "deploy.yml:kort": {**read, **publish},
        "deploy.yml:lang": {**read, **publish},
        "deploy.yml:uitleg": {},
        "effect.yml:bericht": {**read, "actions": "read", "pull-requests": "write"},
        "hulp.yml:adressen": read,
        "kanarie.yml:kanarie": read,
        "publiceer.yml:bouw": {**read, "pages": "read"},
        "publiceer.yml:publiceer": publish,
        "test.yml:firefox": read,
        "test.yml:test": read,
    }


def test_a_pull_request_reads_the_code_and_can_do_nothing_else() -> None:
    assert buiten() == ["test.yml"]
    text = (MAP / "test.yml").read_text(encoding="utf-8")
    assert not re.search(r"secrets|github\.token|GH_TOKEN|environment:| cache:|: write", text)
    groups = {
        naam: stroom.get("concurrency", {}).get("group") for naam, stroom in WERKSTROMEN.items()
    }
    assert groups["test.yml"] == "test-${{ github.ref }}"  # of its own, not that of main
    assert groups["deploy.yml"] == "pages"


def test_no_workflow_uses_a_secret_and_the_token_is_where_it_is_known_for_what() -> None:
    """Which runs were right, and the comment on a pull request."""
    found = {
        naam: re.findall(r"secrets\.\w+|github\.token", (MAP / naam).read_text(encoding="utf-8"))
        for naam in WERKSTROMEN
    }
    assert {naam: uses for naam, uses in found.items() if uses} == {
        "cbs.yml": ["github.token"],
        "deploy.yml": ["github.token"],
        "effect.yml": ["github.token"],
    }


def draai(baan: str, stap: str, folder: Path, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """A step of cbs.yml as GitHub runs it; what is in ``folder`` stands in for a command."""
    (script,) = [
        one["run"]
        for one in stappen(WERKSTROMEN["cbs.yml"]["jobs"][baan])
        if one.get("name") == stap
    ]
    files = {name: str(folder / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    return subprocess.run(
        ["bash", "-e", "-c", script],
        env={
            "PATH": f"{folder}:{os.environ['PATH']}",
            "GITHUB_REPOSITORY": "o/r",
            "RUNNER_TEMP": str(folder),
            **files,
            **omgeving,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def opdracht(folder: Path, name: str, text: str) -> None:
    """A command that stands in for another one."""
    (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("event", "gelukt", "nodig"),
    [
        ("schedule", "echo 0", "true"),
        ("schedule", "echo 1", "false"),
        ("schedule", "exit 1", "true"),
        ("workflow_dispatch", "echo 1", "true"),
    ],
)
def test_the_cbs_is_asked_each_day_until_it_succeeded_this_month(
    event: str, gelukt: str, nodig: str, tmp_path: Path
) -> None:
    opdracht(tmp_path, "date", "echo 2026-02")
    asked = f'echo "$@" >> "{tmp_path}/vragen"'
    opdracht(tmp_path, "gh", f'{asked}\ncase "$*" in *success*) {gelukt};; *) echo x;; esac')
    done = draai("nodig", "Hoe ging het deze maand?", tmp_path, GITHUB_EVENT_NAME=event)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "GITHUB_OUTPUT").read_text() == f"nodig={nodig}\nmislukt=x\n"
    first, second = (tmp_path / "vragen").read_text().splitlines()
    for line, status in ((first, "success"), (second, "failure")):
        assert f"--branch main --status {status} --created >=2026-02-03 " in line
    cbs = WERKSTROMEN["cbs.yml"]
    assert cbs["on"]["schedule"] == [{"cron": "41 5 3-31 * *"}]
    assert cbs["jobs"]["nieuws"]["if"] == "needs.nodig.outputs.nodig == 'true'"


def test_an_import_that_fails_says_why_and_makes_no_proposal(tmp_path: Path) -> None:
    opdracht(tmp_path, "make", "echo De dienst zegt: even niet >&2; exit 2")
    done = draai("nieuws", "Wat is er nieuw?", tmp_path, MISLUKT="")
    assert done.returncode == 1
    assert "even niet" in done.stderr
    assert "~~~~text\nDe dienst zegt: even niet\n~~~~\n" in (
        tmp_path / "GITHUB_STEP_SUMMARY"
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize("mislukt", ["", "[2026-02-03](https://x/1)"])
def test_a_proposal_says_on_which_days_it_failed_before(mislukt: str, tmp_path: Path) -> None:
    opdracht(tmp_path, "make", "echo nieuws")
    done = draai("nieuws", "Wat is er nieuw?", tmp_path, MISLUKT=mislukt)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "nieuws.md").read_text(encoding="utf-8")
    assert text.startswith("nieuws\n")
    assert (f"lukte het niet, op {mislukt}. Daar staat waarom." in text) is bool(mislukt)


def test_what_may_publish_runs_nothing_of_this_project_and_restores_no_cache() -> None:
    trusted = [
        naam for naam, baan in banen() if "id-token" in baan["permissions"] and stappen(baan)
    ]
    assert trusted == ["publiceer.yml:publiceer"]
    baan = WERKSTROMEN["publiceer.yml"]["jobs"]["publiceer"]
    assert baan["environment"]["name"] == "github-pages"
    assert [stap["uses"].partition("@")[0] for stap in stappen(baan) if "uses" in stap] == [
        "actions/deploy-pages"
    ]
    own = [stap["run"] for stap in stappen(baan) if "run" in stap]
    assert [line for run in own for line in run.splitlines() if not line.startswith("echo ")] == []


def test_only_the_job_that_builds_for_main_keeps_a_cache_and_only_of_what_is_locked() -> None:
    caches = {
        (naam, stap["uses"].partition("@")[0]): stap["with"]["cache"]
        for naam, baan in banen()
        for stap in stappen(baan)
        if "cache" in stap.get("with", {})
    }
    assert caches == {
        ("publiceer.yml:bouw", "actions/setup-python"): "pip",
        ("publiceer.yml:bouw", "actions/setup-node"): "npm",
    }
    others = [
        naam
        for naam, baan in banen()
        for stap in gebruikt(baan, "actions/setup-node")
        if "cache" not in stap["with"] and stap["with"].get("package-manager-cache") != "false"
    ]
    assert others == []  # without the word no, that action keeps one by itself
    callers = [naam for naam, baan in banen() if baan.get("uses", "").endswith("/publiceer.yml")]
    assert callers == ["deploy.yml:kort", "deploy.yml:lang"]


def test_every_workflow_takes_the_folder_of_data_from_a_variable_of_the_repository() -> None:
    folders = {naam: stroom.get("env", {}).get("DATA") for naam, stroom in WERKSTROMEN.items()}
    assert set(folders.values()) == {"${{ vars.DATA || 'data' }}"}
    text = "".join((MAP / naam).read_text(encoding="utf-8") for naam in WERKSTROMEN)
    assert not re.search(r"(?<![\w'])data/", text)


def test_data_is_published_beside_the_tests_and_code_after_them() -> None:
    jobs = WERKSTROMEN["deploy.yml"]["jobs"]
    assert jobs["kort"]["needs"] == "weg"
    assert jobs["kort"]["if"] == "needs.weg.outputs.kort == 'true'"
    assert jobs["lang"]["needs"] == ["weg", "test"]
    assert jobs["lang"]["if"] == "needs.weg.outputs.kort != 'true'"
    assert "if" not in jobs["test"]
    assert "needs" not in jobs["test"]


def test_who_looks_through_the_history_has_all_of_it_and_nobody_keeps_the_token() -> None:
    shallow, keeps = set(), set()
    for naam, baan in banen():
        for stap in gebruikt(baan, "actions/checkout"):
            if stap["with"].get("fetch-depth") != "0":
                shallow.add(naam)
            if stap["with"].get("persist-credentials") != "false":
                keeps.add(naam)
    assert keeps == set()
    assert shallow == {
        "cbs.yml:nieuws",
        "effect.yml:bericht",
        "hulp.yml:adressen",
        "kanarie.yml:kanarie",
        "test.yml:firefox",
    }


def test_every_action_of_others_is_pinned_by_its_commit_with_the_version_beside_it() -> None:
    loose = [
        line.strip()
        for naam in WERKSTROMEN
        for line in (MAP / naam).read_text(encoding="utf-8").splitlines()
        if re.match(r" *(- )?uses: (?!\./)", line)
        and not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)
    ]
    assert loose == []
