"""views: what a page shows, worked out. Pure functions from (Regio, Vertaler) to rows; no HTML."""
