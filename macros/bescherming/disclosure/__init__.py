"""disclosure: small counts protected before they are published. A library by itself.

Reads counts and a definition, decides what to hide or how to round, and makes the texts to publish.
Knows nothing of the site; the command is ``scripts.bescherm``. See README.md in this folder.
"""
