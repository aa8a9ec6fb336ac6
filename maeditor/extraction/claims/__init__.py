"""What a mention states: property, value, subject and how sure it is; one module for each kind of claim."""
