"""Questions to a timeline: who adds a filter, an order, a heading, or asks how relations stood."""
