"""What is a URL, and what of it may be shown."""

from pathlib import Path

import pytest

from notula.pipeline.addresses import Url, location


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("s3://arsip/2020/", "s3://arsip/2020/"),
        ("ftp://kantor:rahasia@host/x", "ftp://host/x"),
        ("sftp://kantor@host/x", "sftp://host/x"),
        ("https://token@host/x.pdf?sig=abc&se=1", "https://host/x.pdf"),
        ("simplecache::https://host/x.pdf?sig=abc", "simplecache::https://host/x.pdf"),
        ("zip://a.pdf::ftp://kantor:rahasia@host/x.zip", "zip://a.pdf::ftp://host/x.zip"),
        ("abfs://arsip@kantor.example/x", "abfs://arsip@kantor.example/x"),
        ("s3://arsip/apa?.pdf", "s3://arsip/apa?.pdf"),
        ("ftp://host/Notula #3.pdf", "ftp://host/Notula #3.pdf"),
    ],
)
def test_what_is_shown_of_an_address_holds_no_secret(given: str, shown: str) -> None:
    found = location(given)
    assert isinstance(found, Url) and (str(found), found.address) == (shown, given)
    assert "rahasia" not in repr(found) and "rahasia" not in found.identity


@pytest.mark.parametrize("given", ["arsip/2020", "C:\\arsip", "@daftar.txt", "a:b", "2020://x"])
def test_paths_are_no_urls(given: str) -> None:
    assert location(given) == Path(given)


def test_a_file_url_is_a_path(tmp_path: Path) -> None:
    assert location((tmp_path / "a b").as_uri()) == tmp_path / "a b"
