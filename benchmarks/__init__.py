"""Figures, not tests: each module prints medians and ratios beside a peer of the same run."""
