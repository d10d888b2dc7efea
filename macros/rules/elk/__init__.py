"""Rules for the records of every area: references, ids, numbers, sources, plain language."""
