"""historie: did raw data or a small count ever enter the repository, in any version of any file?

What was committed once stays readable for everybody, also after it was deleted. So every version
counts, on every branch and tag. Not here: what lies in the work tree and was never committed, and
whether published counts together give away a small one (``audit``).
"""
