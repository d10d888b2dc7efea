"""The audit: what can an outsider work out from everything that has been published?

Reads published files alone, never raw ones. Not here: protecting counts. The module that protects
and this one share no code, so that a mistake in the one is found by the other.
"""
