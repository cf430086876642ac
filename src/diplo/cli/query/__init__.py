"""From what was typed to the events that are meant, or to why there are none."""
