"""views.samenwerking: what the pages about the Model Passende Samenwerking show."""
