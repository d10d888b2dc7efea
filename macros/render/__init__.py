"""render: rows to HTML. Knows Jinja and addresses of pages; knows no rule of the domain."""
