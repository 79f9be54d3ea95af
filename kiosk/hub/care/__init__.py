"""What IT does for the hub's database beside the running of it: `kiosk hub backup | restore | rebuild | verify`.

For SQLite only, where the database is a file of ours; one on a server has its own tools for this.
"""
