"""The reader: one article, its passages underlined in lanes, its facts in the gutter."""
