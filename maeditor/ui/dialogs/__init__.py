"""Small forms of their own: an article's details, a property."""
