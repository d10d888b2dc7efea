"""What a change does to the site, told before it is there: on the pull request, or in a terminal.

A wing, of three floors: ``maken`` compares two states of the project and their sites, ``stukken``
is what it found, as data, and ``tekst`` says that to people. The last two use nothing but Python's
own library: on GitHub they run with rights and with nothing installed, on what anyone may have
written. Not here: git, GitHub and the building of a site (``scripts``).
"""
