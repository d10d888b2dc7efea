"""scripts: the commands. Edges only: they read arguments, call ``macros`` and print."""
