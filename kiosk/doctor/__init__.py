"""Looks at a tablet or a hub without touching it, also beside the running program, and tells what is the matter."""
