"""The commands: a file each, with ``arrange`` (its options) and ``run`` (its call and exit code)."""
