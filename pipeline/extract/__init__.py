"""One meeting's sections to its minutes: a module per field, and the assembly of the result."""
