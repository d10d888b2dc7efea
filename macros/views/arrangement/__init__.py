"""views.arrangement: what the pages about arrangements and lessons show."""
