"""What passes between the stages, and the JSON contract."""
