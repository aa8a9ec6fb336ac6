"""The text before any number is read: folded, cut into lines, rows and sentences, its noise told apart."""
