"""views of the area ``monitor``: published figures as rows, sentences and drawings to make."""
