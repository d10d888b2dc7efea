"""source: files to nodes. Every scalar is text and knows its file, line and column."""
