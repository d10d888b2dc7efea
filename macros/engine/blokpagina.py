"""A page made from data, as MkDocs sees it. Not here: what is on it (``render.recordpaginas``)."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.render.plaats import is_blok


class Blokpagina(Page):
    """When it is one block, there is nothing in it for Markdown to do."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown to HTML; it is HTML already when it is a mark and nothing else."""
        text = (self.markdown or "").strip()
        if is_blok(text):
            self.content = text
        else:
            super().render(config, files)
