"""What is seen of the explorer, as lines of runs: pure functions of what there is to see."""
