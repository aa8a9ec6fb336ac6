"""From text to proposals: pure functions of text and language; no store, no Qt."""
