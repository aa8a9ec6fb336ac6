"""What an editor can do, one module a capability; no Qt, no SQL."""
