"""views.samenwerking: what the pages about the model of who takes the first step show."""
