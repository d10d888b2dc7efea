"""views.overleg: what the pages about bodies and roles show."""
