"""What breaks in a waiting room's cupboard, done to real processes: nothing acknowledged is lost or doubled."""
