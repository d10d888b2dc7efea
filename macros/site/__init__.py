"""site: what is done with the built HTML."""
