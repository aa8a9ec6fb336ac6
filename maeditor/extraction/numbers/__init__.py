"""Numbers as such: figures and words of French and English, ordinals, fractions."""
