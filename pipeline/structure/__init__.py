"""The lines of a source to its meetings, and those to blocks and named sections."""
