"""Handing reviewed follow-ups to other tools without doubles: plan, files, ledger; feed and push; statuses back."""
