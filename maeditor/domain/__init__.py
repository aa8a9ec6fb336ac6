"""What maeditor is about: articles, passages, facts, values. Pure; standard library only."""
