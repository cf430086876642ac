"""Questions to a timeline. Come here to add a filter, an order, a heading or a state.

A question is a `selection`, whose options are `filters`. `arrangement` puts the events that match
in order, `parts` separates the story from what was under way, `groups` puts events under headings,
and `tallies` counts them. `location` and `scale` put days on a line, `surroundings` finds what
happened around one event, and `relations` says how things stood on a day. `pushdown` says when
counts or the first events are enough, so that an engine need not return all of them.
"""
