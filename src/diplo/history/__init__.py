"""Questions to a timeline. Come here to add a filter, an order, a heading or a state.

A question is a `selection`, of which each option is one of the `filters`; `arrangement` puts in
order what it finds, `parts` tells the story from what was under way, `groups` says under which
headings, `tallies` counts, `location` and `scale` put days on a line, `surroundings` are what
happened around one event, and `relations` says how things stood on a day. `pushdown` tells what is
enough to know of the events that match, so that an engine need not return them all.
"""
