"""``python -m scripts.bench``: how long it all takes, on made-up regions of 50 to 2,000 records.

    python -m scripts.bench [--sizes 50,500,2000] [--data DIR]

A record is a speerpunt: a file, a page in each language. Per size, each in a process of its own:

* check: ``scripts.check``
* site: ``scripts.build``: everything, two languages side by side
* beside, after: reading the data and both languages, side by side and one after the other
* nl: one language with data and macros, through MkDocs
* bare: MkDocs alone on the very same Markdown (macros already expanded), the same theme

Seconds are wall time; memory is the largest process. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from macros.engine.bouw import DATA
from scripts.synthetisch import maak

TARGETS = (
    "Targets: nl/bare <= 1.25 at 500; 2,000/500 <= 4.2 (site and nl); "
    "beside/after <= 0.65; check of 2,000 <= 2 s"
)


@dataclass(frozen=True, slots=True)
class Meting:
    """Wall seconds, CPU seconds of all processes, and the memory of the largest in MB."""

    seconds: float
    cpu: float
    megabytes: float


def measure(code: str, data: Path) -> Meting:
    """Run a piece of Python in a process of its own."""
    return run_once([sys.executable, "-c", code], {DATA: str(data)})


def run_once(command: Sequence[str], settings: Mapping[str, str] | None = None) -> Meting:
    """Run a command; ends this program when it fails."""
    environment = {**os.environ, **(settings or {})}
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"Mislukt (code {process.returncode}): {shlex.join(command)}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Meting(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def steps(data: Path, scratch: Path) -> dict[str, str]:
    """What is measured: a name and the Python that does it."""
    paths = {name: repr(str(scratch / name)) for name in ("site", "nl", "docs", "bare", "talen")}
    imports = "from pathlib import Path as P; from scripts import "
    talen = f"{imports}build; from macros.engine.bouw import gelezen; gelezen(P({str(data)!r})); "
    talen += f"build.build_languages(['nl', 'en'], P({paths['talen']})"
    return {
        "check": f"{imports}check; raise SystemExit(check.main(['--data', {str(data)!r}]))",
        "site": f"{imports}build; build.build_site(P({str(data)!r}), P({paths['site']}))",
        "beside": f"{talen})",
        "after": f"{talen}, side_by_side=False)",
        "nl": "from pathlib import Path as P; from macros.engine.taalbouw import bouw_taal; "
        f"bouw_taal('nl', P({paths['nl']}))",
        "bare": "from pathlib import Path as P; from macros.engine import uitschrijven; "
        f"uitschrijven.bouw_kaal('nl', P({paths['docs']}), P({paths['bare']}))",
    }


def run(aantal: int, bron: Path, scratch: Path) -> dict[str, Meting]:
    """All measurements of one size."""
    data = scratch / "data"
    maak(bron, data, aantal)
    docs, throwaway = scratch / "docs", scratch / "uit"
    shutil.rmtree(docs, ignore_errors=True)
    measure(
        "from pathlib import Path; from macros.engine.uitschrijven import schrijf_uit; "
        f"schrijf_uit('nl', Path({str(docs)!r}), Path({str(throwaway)!r}))",
        data,
    )
    return {name: measure(code, data) for name, code in steps(data, scratch).items()}


def report(found: dict[int, dict[str, Meting]]) -> str:
    """The figures as a table, and the ratios that have a target."""
    names = list(next(iter(found.values())))
    lines = ["| records | " + " | ".join(f"{name} s (MB)" for name in names) + " |"]
    lines.append("|---" * (len(names) + 1) + "|")
    for aantal, row in found.items():
        cells = (f"{row[name].seconds:.2f} ({row[name].megabytes:.0f})" for name in names)
        lines.append(f"| {aantal} | " + " | ".join(cells) + " |")
    for aantal, row in found.items():
        together = row["beside"].seconds / row["after"].seconds
        bare = row["nl"].seconds / row["bare"].seconds
        lines.append(f"{aantal}: nl/bare {bare:.2f}; beside/after {together:.2f}")
    sizes = sorted(found)
    for small, large in pairwise(sizes):
        growth = (
            f"{name} {found[large][name].seconds / found[small][name].seconds:.2f}"
            for name in ("site", "nl")
        )
        lines.append(f"{large}/{small}: " + "; ".join(growth))
    return "\n".join([*lines, TARGETS])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print it."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description="Meet de bouw.")
    parser.add_argument("--data", type=Path, default=Path("data"), help="regio als uitgangspunt")
    parser.add_argument("--sizes", default="50,500,2000", help="aantallen, met komma's")
    options = parser.parse_args(arguments)
    found = {}
    with tempfile.TemporaryDirectory(prefix="samen-voor-het-kind-") as scratch:
        for size in (int(one) for one in options.sizes.split(",")):
            found[size] = run(size, options.data, Path(scratch))
            print(f"{size}: gemeten", file=sys.stderr)
    print(report(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
