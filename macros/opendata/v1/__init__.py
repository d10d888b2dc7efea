"""v1: the tables of the contract, one file an area.

It only grows: a table or a field that is published stays, and means what it meant. What is added
says since when, and the log of changes tells it. A test holds all of it against the contract as it
was published. Not here: what a table, a row and a field are (``contract``).
"""
