"""What pictures are drawn with, whoever draws: SVG by itself, or a figure on a page.

Places are pixels, or percent of a line that is 100 long. Shapes are of classes that a style sheet
colours: the hues `first`, `second`, `plain` and `alone`, and what each module names.
"""
