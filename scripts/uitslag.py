"""What the process that builds the preview tells the one that serves it.

A module of its own, and a small one: the process that serves knows no other code of the site, so
that a change of that code counts without a new start.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bijgewerkt:
    """The site shows what was changed: these files of it are other now.

    ``let_op`` is for the screen: what is worth a look in the data, as far as it was not yet said.
    """

    bestanden: tuple[str, ...]
    let_op: str


@dataclass(frozen=True, slots=True)
class Mislukt:
    """The site is as it was, and why."""

    fouten: str


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """The search index is new, or these are the faults of the whole site."""

    fouten: str


Uitslag = Bijgewerkt | Mislukt | Nagekeken
