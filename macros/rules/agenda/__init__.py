"""Rules of the area ``agenda``."""
