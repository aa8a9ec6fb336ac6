"""The history of the project: a drawer with all actions, what each changed, and the way back."""
