"""The hub: keeps every fact, shows the desk what is going on now, and answers the tablets."""
