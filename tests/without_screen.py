"""What WebEngine remarks on a machine that has neither screen nor graphics card."""

REMARKS = (
    "QRhiGles2: Failed to create",
    "Failed to create RHI for backend",
    "GPUInfo not initialized",
    "Unable to detect GPU vendor",
    "This plugin does not support propagateSizeHints",
)
