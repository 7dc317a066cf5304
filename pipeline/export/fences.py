"""Text of the minutes inside Markdown descriptions, where a tool would act on parts of it."""

import re

_TICKS = re.compile(r"`+")


def fenced(lines: list[str]) -> str:
    """The lines as a code block: nothing in it mentions a person, closes an item or runs a quick action."""
    text = "\n".join(lines)
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
