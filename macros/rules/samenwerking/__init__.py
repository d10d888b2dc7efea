"""Rules of the area ``samenwerking``: the matrix, the law around it, the wegwijzer."""
