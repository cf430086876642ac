"""What pictures are drawn with, by themselves (`svg`) or on a page (`html`).

`elements` are those of SVG as text, `bands` the strips of states over time. Places are in whatever
unit a line is so many of: pixels, or percent where it is 100 long. Shapes are of classes that a
style sheet colours, such as the hues `first`, `second`, `plain` and `alone`.
"""
