"""The area ``monitor``: indicators, their published figures, and what the partners say of them.

Not here: how far records agree (``rules.monitor``), what follows from figures
(``views.monitor``), or the protection of small counts (``disclosure``, ``audit``).
"""
