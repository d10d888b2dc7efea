"""Rules of the area ``overleg``: who sits where, who may decide, what comes first."""
