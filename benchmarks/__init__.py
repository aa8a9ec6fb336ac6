"""What is measured, and against what; each module prints ratios taken in one run."""
