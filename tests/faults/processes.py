"""What tests ask about processes."""

import psutil


def lives(pid: int) -> bool:
    """Whether a process is there and not merely waiting for somebody to take note of its end."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def workers(pid: int | None = None) -> list[psutil.Process]:
    """The worker processes below a process (this one where None): the children of the fork server."""
    return [child for helper in psutil.Process(pid).children() for child in helper.children()]
