"""Questions to a timeline: who adds a filter, an order, a heading, or asks how relations stood.

A question is a `selection`, of which each option is one of the `filters`; `arrangement` puts in
order what it finds, `groups` says under which headings, and `relations` how things stood on a day.
"""
