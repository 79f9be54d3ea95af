"""What people see in a browser: the desk's pages and the phone page."""
