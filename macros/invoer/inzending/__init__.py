"""Adding arrangements that others describe: questions, an issue form, a spreadsheet, its import.

Everything follows from the type ``Arrangement``. Not here: what a good arrangement is (``model``,
``rules``); the import asks those.
"""
