"""What IT does for the hub's database beside the running of it: `kiosk hub backup | restore | rebuild | verify`.

Backups are for SQLite only, where the database is a file of ours; a server has its own tools for that.
"""
