"""tekening: boxes and arrows as SVG: a route, a structure. Graphviz finds the places, we draw.

Every length is in px of the page; to Graphviz a px is a point. Not here: what there is to draw, and
the same facts as a list, which belongs beside every drawing.
"""
