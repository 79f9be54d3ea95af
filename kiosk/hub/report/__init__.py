"""The report card: figures with intervals, roll-ups, queries and the page."""
