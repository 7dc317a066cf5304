"""Our id inside the items of other tools, so that it can be found there again."""

import re

ID_MARK = "notula-id: "
_ID = re.compile(r"notula-id: ([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Za-z0-9_-]+)")


def id_line(own_id: str) -> str:
    """The line of a description that carries our id."""
    return ID_MARK + own_id


def find_id(text: str) -> str | None:
    """Our id in a tool's description, None where there is none; the last one, where quoted text has others before."""
    found = _ID.findall(text)
    return found[-1] if found else None
