"""Pure functions that paint what there is to see in the explorer, as lines of runs."""
