"""Pages of the paper in the window: what they look like, what stands on them, how they leave."""
