"""The care of the hub's database, mirrored."""
