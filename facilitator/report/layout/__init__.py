"""Paper laid out in our own few blocks: text, lists, tables, panels and rules, each as high as its lines.

The width of every block is known when it is made, so its lines are broken once; what remains is to cut the pile of
blocks into pages (`pages.compose`).
"""
