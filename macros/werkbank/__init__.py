"""The editor's workbench: open, form, check, preview and write, for a page in the browser.

The same checks, views and templates as the site's, run by the same Python, in the browser as in
the tests. Not here: anything that asks for a browser (``docs/werkbank``), or for what a browser
does not have: MkDocs, git, the audit of own counts.
"""
