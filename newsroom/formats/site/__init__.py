"""Many articles as a static site: a folder that opens from a stick and goes on any server."""
