"""Views of the area ``hulp``."""
