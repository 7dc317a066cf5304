"""How sure each value of a result is: a probability, fitted on annotated minutes (``docs/confidence.md``)."""
