"""Import every module of a package, so that what registers itself is there.

Not here: what registers itself, and where (``rules.registry``, ``render.blokken.registry``).
"""

from __future__ import annotations

import importlib
import pkgutil


def import_all(package: str) -> None:
    """Every module below ``package``, folder by folder, by name."""
    path = importlib.import_module(package).__path__
    for module in pkgutil.walk_packages(path, f"{package}."):
        importlib.import_module(module.name)
