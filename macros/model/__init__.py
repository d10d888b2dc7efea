"""model: the types of the data, one file per area. They check one record, never two together."""
