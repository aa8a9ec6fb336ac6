"""Files in and out: readers of articles, writers of workbooks and machine-readable lines."""
