"""The auditor against every whole-number table there is, and against a second solver.

On tiny tables all tables that agree with what is published can be written out: the auditor must
find the same lowest and highest value of every cell, every leak, and nothing else.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from itertools import product

import numpy as np
import pytest

from macros.bescherming.audit import oplosser
from macros.bescherming.audit.bewijs import bewijs
from macros.bescherming.audit.grenzen import Rekening
from macros.bescherming.audit.oordeel import lek, lekt
from macros.bescherming.audit.oplosser import Deel
from macros.bescherming.audit.stelsel import Stelsel
from macros.bescherming.audit.uitspraak import Cel, TegenspraakError, Uitspraak
from tests.langzaam import en_traag, traag
from tests.tellingen.test_audit_gevallen import Geval

DREMPEL = 3


def alle_tabellen(n: int, uitspraken: list[Uitspraak], hoogste: int) -> list[tuple[int, ...]]:
    """Every table of 0..hoogste in each of ``n`` cells that agrees with the statements.

    Depth first: a statement is looked at as soon as its last cell has a value.
    """
    per_laatste: list[list[Uitspraak]] = [[] for _ in range(n)]
    for one in uitspraken:
        per_laatste[one.cellen[-1]].append(one)
    tabellen: list[tuple[int, ...]] = [()]
    for cel in range(n):
        tabellen = [
            new
            for old in tabellen
            for value in range(hoogste + 1)
            for new in [(*old, value)]
            if all(past(new, one) for one in per_laatste[cel])
        ]
    return tabellen


def past(tabel: tuple[int, ...], uitspraak: Uitspraak) -> bool:
    som = sum(tabel[cel] for cel in uitspraak.cellen)
    return uitspraak.laag <= som and (uitspraak.hoog is None or som <= uitspraak.hoog)


def willekeurig(zaad: int) -> tuple[int, list[Uitspraak], list[Cel], int]:
    """A small table with all its margins, some of it hidden, some rounded, some overlapping.

    The number of inner cells, the statements, the cells to judge, and the highest count there is.
    """
    toeval = np.random.default_rng(zaad)
    vorm = [(2, 3), (3, 3), (2, 2, 2), (2, 4)][zaad % 4]
    waarden = toeval.choice([0, 1, 2, 3, 4], p=[0.3, 0.25, 0.2, 0.15, 0.1], size=vorm)
    nummers = np.arange(waarden.size).reshape(vorm)
    sommen = []
    for welke in product(*([*range(maat), None] for maat in vorm)):
        axes = tuple(slice(None) if one is None else one for one in welke)
        sommen.append(tuple(int(one) for one in np.sort(np.asarray(nummers[axes]).ravel())))
    for _ in range(2):  # regions that overlap others
        keuze = np.flatnonzero(toeval.random(waarden.size) < 0.5)
        if len(keuze) > 1:
            sommen.append(tuple(int(one) for one in keuze))
    uitspraken, cellen, hoogste = [], [], 6
    for som in dict.fromkeys(sommen):
        waarde = int(waarden.ravel()[list(som)].sum())
        lot = toeval.random()
        if lot < (0.6 if len(som) == 1 else 0.3):
            cellen.append(_cel(som, toeval, hoogste))
        elif lot < 0.7:
            uitspraken.append(Uitspraak(som, max(waarde - 1, 0), waarde + int(toeval.integers(3))))
        else:
            uitspraken.append(Uitspraak(som, waarde, waarde))
    uitspraken += [Uitspraak((int(one),), 0, hoogste) for one in nummers.ravel()]
    return waarden.size, uitspraken, cellen, hoogste


def _cel(som: tuple[int, ...], toeval: np.random.Generator, hoogste: int) -> Cel:
    """Most cells are hidden; some stand in no table, or have a population or a rest to protect."""
    verborgen, telt, rest, nul_mag = (bool(one) for one in toeval.random(4) < (0.8, 0.4, 0.5, 0.7))
    return Cel(som, DREMPEL, verborgen, len(som) * hoogste if telt else None, rest, nul_mag)


def vergelijk(zaad: int) -> int:
    """Compare with brute force; the number of leaks."""
    n, uitspraken, cellen, hoogste = willekeurig(zaad)
    tabellen = np.array(alle_tabellen(n, uitspraken, hoogste))
    assert len(tabellen), "the table itself agrees with what it published"
    precies = Rekening(n, uitspraken, cellen, DREMPEL, exact=True)
    genoeg = Rekening(n, uitspraken, cellen, DREMPEL)
    lekken = 0
    for index, cel in enumerate(cellen):
        sommen = tabellen[:, list(cel.cellen)].sum(axis=1)
        laag, hoog = int(sommen.min()), int(sommen.max())
        found = precies.grenzen(index)
        assert found.exact
        assert (found.laag, found.hoog) == (laag, hoog), (zaad, cel)
        snel = genoeg.grenzen(index)
        moet = lekt(cel, laag, hoog, DREMPEL)
        assert lek(cel, snel, DREMPEL) == moet, (zaad, cel)
        if moet:
            lekken += 1
            if lekken < 3:
                door = sorted(bewijs(genoeg, index, klein=True))
                alleen = Rekening(n, [uitspraken[one] for one in door], [cel], DREMPEL, exact=True)
                again = alleen.grenzen(0)
                assert (again.laag, again.hoog) == (laag, hoog), (zaad, cel, door)
    return lekken


def test_every_interval_is_that_of_all_whole_number_tables() -> None:
    lekken = [vergelijk(zaad) for zaad in range(16)]
    assert 0 in lekken, "some of these tables leak nothing"
    assert max(lekken) > 3, "and some leak a lot"


@traag
def test_every_interval_is_that_of_all_whole_number_tables_of_many_more() -> None:
    for zaad in range(16, 400):
        vergelijk(zaad)


@pytest.mark.parametrize("zaad", range(12))
def test_a_bound_that_a_part_gives_holds_for_the_whole(
    zaad: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a part does not know how large a cell can be, though the whole does."""
    monkeypatch.setattr(oplosser, "RINGEN", ((2, 1), (4, 1), (4, 2), (8, 2)))
    toeval = np.random.default_rng(zaad)
    waarden = toeval.integers(0, 9, size=12)
    uitspraken = []
    for maat in (2, 2, 2, 3, 3, 4, 4, 6, 8, 12):
        som = tuple(sorted(int(one) for one in toeval.choice(12, size=maat, replace=False)))
        waarde = int(waarden[list(som)].sum())
        hoog = None if maat < 4 and toeval.random() < 0.7 else waarde + int(toeval.integers(3))
        uitspraken.append(Uitspraak(som, waarde, hoog))
    geheel = Deel(Stelsel(12, uitspraken), Stelsel(12, uitspraken).rijen, DREMPEL)
    delen = 0
    for som in ((0,), (3,), (0, 5), (2, 7, 9)):
        for hoogste in (True, False):
            for deel in geheel.ringen(som):
                delen += deel is not geheel
                grens, whole = (
                    one.uiterste(one.gewichten(som), hoogste=hoogste, geheel=False, tijd=9).waarde
                    for one in (deel, geheel)
                )
                assert grens >= whole - 1e-6 if hoogste else grens <= whole + 1e-6
    assert delen > 3


@pytest.mark.parametrize("zaad", en_traag([0, 1, 3, 4, 5, 6], [2]))
def test_figures_that_cannot_all_be_true_are_refused_with_those_that_clash(zaad: int) -> None:
    n, uitspraken, cellen, hoogste = willekeurig(zaad)
    welke = [i for i, one in enumerate(uitspraken) if len(one.cellen) > 1 and one.laag == one.hoog]
    stuk = list(uitspraken)
    for index in welke[:4]:
        fout = uitspraken[index].laag + 1
        stuk[index] = Uitspraak(uitspraken[index].cellen, fout, fout)
        tabellen = alle_tabellen(n, stuk, hoogste)
        try:
            Rekening(n, stuk, cellen, DREMPEL)
        except TegenspraakError as error:
            assert not tabellen
            botsing = [stuk[one] for one in sorted(error.uitspraken)]
            assert not alle_tabellen(n, [*botsing, *stuk[-n:]], hoogste)
        else:
            assert tabellen
        stuk[index] = uitspraken[index]


CP_SAT = """
import json, sys
from ortools.sat.python import cp_model
opgave = json.load(sys.stdin)
antwoorden = []
for cel in opgave["cellen"]:
    einden = []
    for hoogste in (False, True):
        model = cp_model.CpModel()
        y = [model.new_int_var(0, opgave["hoogste"], str(i)) for i in range(opgave["n"])]
        for cellen, laag, hoog in opgave["uitspraken"]:
            model.add_linear_constraint(sum(y[i] for i in cellen), laag, hoog)
        som = sum(y[i] for i in cel)
        model.maximize(som) if hoogste else model.minimize(som)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        assert solver.solve(model) == cp_model.OPTIMAL
        einden.append(round(solver.objective_value))
    antwoorden.append(einden)
json.dump(antwoorden, sys.stdout)
"""
PYTHON = os.environ.get("ORTOOLS_PYTHON", "")
cp_sat = pytest.mark.skipif(
    not PYTHON and importlib.util.find_spec("ortools") is None,
    reason="no OR-tools: install it, or set ORTOOLS_PYTHON to a Python that has it",
)


@cp_sat
@pytest.mark.parametrize("naam", ["integer_gap_20", "linked_jointly_protected", "s_protected"])
def test_the_auditor_agrees_with_cp_sat(naam: str) -> None:
    geval = Geval(naam)
    cellen = geval.cellen[3::45]
    opgave = {
        "n": geval.data["n_inner"],
        "hoogste": max(one.laag for one in geval.uitspraken),
        "uitspraken": [(one.cellen, one.laag, one.hoog) for one in geval.uitspraken],
        "cellen": [one.cellen for one in cellen],
    }
    done = subprocess.run(
        [PYTHON or sys.executable, "-c", CP_SAT],
        input=json.dumps(opgave),
        capture_output=True,
        text=True,
        check=True,
    )
    rekening = geval.reken(cellen, exact=True)
    found = [rekening.grenzen(one) for one in range(len(cellen))]
    assert [[one.laag, one.hoog] for one in found] == json.loads(done.stdout)
