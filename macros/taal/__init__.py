"""taal: languages. Dutch is the source; every other language is one gettext catalogue."""
