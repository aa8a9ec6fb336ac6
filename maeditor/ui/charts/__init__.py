"""The charts view: power facts on a log scale, beside the passage that each rests on."""
