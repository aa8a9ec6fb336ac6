"""What stands around a number: places and things named, how far along, denied or imagined, and what is never a fact."""
