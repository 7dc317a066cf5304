"""Reviewed follow-ups to the files and tables that other tools read: ``table.EXPORTERS``, a file each form."""
