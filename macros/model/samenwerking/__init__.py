"""The area ``samenwerking``: the Model Passende Samenwerking, law around it, the wegwijzer.

Not here: how far two records agree with each other (``rules.samenwerking``).
"""
