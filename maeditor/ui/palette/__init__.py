"""Search and commands in one list (Ctrl+K)."""
