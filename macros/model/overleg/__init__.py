"""The area ``overleg``: bodies, their meetings and decisions, and the routes between them.

Not here: how far two records agree with each other (``rules.overleg``), or when a proposal gets
through (``views.overleg.planner``).
"""
