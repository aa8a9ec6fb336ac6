"""How sure a proposal is once people have decided about others like it: learned from their decisions alone."""
