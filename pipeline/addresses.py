"""Where files are: paths of this machine, and URLs of others as :mod:`fsspec` takes them."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_URL: Final = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]+(?:://[^:]*)?::)*[A-Za-z][A-Za-z0-9+.-]+://.*", re.DOTALL)
_USER: Final = re.compile(r"(?<=://)(?P<user>[^/@:]*)(?P<password>:[^/]*)?@")
_QUERY: Final = re.compile(r"(?<=.)\?(?P<query>.*?)(?=::|$)", re.DOTALL)
_LOCAL: Final = ("file", "local")
_CONTAINERS: Final = ("abfs", "abfss", "az", "adl", "wasb", "wasbs")
"""Protocols in which what stands before ``@`` is a place and no user."""


@dataclass(frozen=True, slots=True)
class Url:
    """A file or folder that is reached by a URL; ``address`` as it was given, so it may hold a password.

    As text it holds none, nor a user's name or a query (signed addresses are as good as passwords): that form is for
    people, manifests and names.
    """

    address: str

    def __str__(self) -> str:
        return _USER.sub(self._user, self.address.replace(self.query, "", 1) if self.query else self.address)

    def __repr__(self) -> str:
        return f"Url({str(self)!r})"

    def __truediv__(self, name: str) -> "Url":
        return Url(f"{self.address.rstrip('/')}/{name}")

    @property
    def parent(self) -> "Url":
        """The folder that it is in."""
        return Url(self.address.rstrip("/").rpartition("/")[0])

    @property
    def name(self) -> str:
        """The last part of its path."""
        return str(self).rstrip("/").rpartition("/")[2]

    @property
    def identity(self) -> str:
        """What tells the place from others, for whoever has not got the password."""
        return _USER.sub(lambda found: f"{found['user']}@", self.address).rstrip("/")

    @property
    def query(self) -> str:
        """The query with its question mark; empty where there is none, as a question mark may be part of a name."""
        found = _QUERY.search(self.address) if self.address.rpartition("::")[2].lower().startswith("http") else None
        return found[0] if found else ""

    @property
    def protocol(self) -> str:
        """The first protocol of the address, in small letters."""
        return re.split("::|://", self.address, maxsplit=1)[0].lower()

    def _user(self, found: re.Match[str]) -> str:
        return f"{found['user']}@" if self.protocol in _CONTAINERS and not found["password"] else ""


Location = Path | Url


def is_url(text: str) -> bool:
    """Whether a text is a URL rather than a path."""
    return _URL.fullmatch(text) is not None


def location(text: str) -> Location:
    """The place that a text names: ``file://`` is a path like any other."""
    if not is_url(text):
        return Path(text)
    url = Url(text)
    if url.protocol in _LOCAL and "::" not in text:
        from urllib.parse import urlsplit  # not for every call
        from urllib.request import url2pathname

        return Path(url2pathname(urlsplit(text).path))
    return url
