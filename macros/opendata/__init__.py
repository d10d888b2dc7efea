"""opendata: the public contract ``data/v1``: what programs and spreadsheets may count on.

Its types are apart from the model, so that the data can change and what others read does not. Each
table is a function of a look that gives rows of one type (``v1``, one file an area); its files, its
documents and its metadata all follow from that type (``contract``). Not here: pages (``render``),
or what a view works out (``views``).
"""
