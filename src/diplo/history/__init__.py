"""Questions to history: which events, in what order and parts, and how relations stood."""
