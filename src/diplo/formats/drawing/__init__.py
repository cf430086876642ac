"""What pictures are drawn with, by themselves (`svg`) or on a page (`html`).

`elements` writes SVG elements as text, `bands` lays out strips of states over time. Positions are
in the unit of the scale: pixels, or percent if its size is 100. A style sheet colours shapes by
their classes, such as the hues `first`, `second`, `plain` and `alone`.
"""
