"""Rules of the area ``monitor``: figures that can be true and that point at nobody."""
