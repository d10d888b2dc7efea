"""bescherming: what must not get out. ``disclosure`` protects counts, ``audit`` proves what an
outsider can work out, ``uitgaven`` holds the ledger of all releases, ``historie`` looks back in git
and ``lekken`` searches the built site. The protector and the auditor share no code.
"""
