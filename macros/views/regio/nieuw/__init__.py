"""What changed, as readers see it: the newest days, each month, a record, a municipality."""
