"""The area ``samenwerking``: the model of who takes the first step, law around it, the wegwijzer.

Not here: how far two records agree with each other (``rules.samenwerking``).
"""
