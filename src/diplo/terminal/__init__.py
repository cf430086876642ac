"""What surrounds the program: streams, width, colour, signals, and text that nobody vouches for."""
