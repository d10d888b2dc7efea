"""views.agenda: what the pages of the agenda show."""
