"""The local review page: a person checks what was read, beside its source."""
