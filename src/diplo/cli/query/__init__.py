"""Find the events that the command line asks for, or say why there are none."""
