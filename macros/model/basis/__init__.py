"""model.basis: what records are written in: texts, dates, references, unknowns, provenance."""
