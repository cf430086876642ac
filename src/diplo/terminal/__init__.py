"""What surrounds the program: who changes what is written where, exit statuses, escapes."""
