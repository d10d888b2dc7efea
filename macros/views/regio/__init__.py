"""views.regio: what the pages about the region itself, its sources and its gaps show."""
