"""blokken: what a page can hold."""

from macros.render.blokken.samenwerking import BLOKKEN

__all__ = ["BLOKKEN"]
