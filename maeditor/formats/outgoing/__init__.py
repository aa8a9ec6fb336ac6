"""Facts on their way out in other people's formats: CSV, Web Annotations, REFI-QDA, annotated copies."""
