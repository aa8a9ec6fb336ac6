"""The review view: one card, one key a decision."""
