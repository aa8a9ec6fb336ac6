"""Numbers with what belongs to them: unit, currency, magnitude, counted noun, hedge, the other end of a range."""
