"""engine: the edge to MkDocs, and the only part of ``macros`` that imports it."""
