"""Stores behind URLs that tests start on this machine: an FTP server, and one that speaks S3."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PASSWORD = "sandi-rahasia"


class Ftp:
    """A folder served by FTP, to one user with a password."""

    protocol = "ftp"

    def __init__(self, folder: Path, port: int = 0) -> None:
        from pyftpdlib.authorizers import DummyAuthorizer
        from pyftpdlib.handlers import FTPHandler
        from pyftpdlib.servers import ThreadedFTPServer

        folder.mkdir(exist_ok=True)
        self.folder = folder
        users = DummyAuthorizer()
        users.add_user("kantor", PASSWORD, str(folder), perm="elradfmwMT")
        self.handler = type("Handler", (FTPHandler,), {"authorizer": users})
        self._server = ThreadedFTPServer(("127.0.0.1", port), self.handler)
        self.port = self._server.address[1]
        self.shown = f"ftp://127.0.0.1:{self.port}"
        self.address = f"ftp://kantor:{PASSWORD}@127.0.0.1:{self.port}"
        self._going = True
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while self._going:
            self._server.serve_forever(timeout=0.02, blocking=False)

    def put(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        new = self.folder.with_suffix(".new")
        new.write_bytes(data)
        new.replace(path)  # at once: a run may be reading it

    def files(self, name: str) -> dict[str, bytes]:
        """The files below a folder that nobody writes to any more."""
        root = self.folder / name
        return {each.relative_to(root).as_posix(): each.read_bytes() for each in root.rglob("*") if each.is_file()}

    def end(self) -> None:
        self._going = False
        self._thread.join()
        self._server.close_all()


class S3:
    """A bucket in memory, served as S3 is."""

    protocol = "s3"
    shown = address = "s3://arsip"

    def __init__(self) -> None:
        import boto3
        from moto.moto_server.threaded_moto_server import ThreadedMotoServer

        self._server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self._server.start()
        host, port = self._server.get_host_and_port()
        url = f"http://{host}:{port}"
        self.environment = {
            "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y", "AWS_DEFAULT_REGION": "us-east-1",
            "FSSPEC_S3_ENDPOINT_URL": url, "AWS_ENDPOINT_URL": url,
        }  # fmt: skip
        self._client: Any = boto3.client(
            "s3", endpoint_url=url, region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="y"
        )
        self._client.create_bucket(Bucket="arsip")

    def put(self, name: str, data: bytes) -> None:
        self._client.put_object(Bucket="arsip", Key=name, Body=data)

    def files(self, name: str) -> dict[str, bytes]:
        """The objects below a prefix."""
        prefix = f"{name}/" if name else ""
        keys = [each["Key"] for each in self._client.list_objects_v2(Bucket="arsip", Prefix=prefix).get("Contents", [])]
        return {key.removeprefix(prefix): self._client.get_object(Bucket="arsip", Key=key)["Body"].read()
                for key in keys}  # fmt: skip

    def empty(self) -> None:
        for key in self.files(""):
            self._client.delete_object(Bucket="arsip", Key=key)

    def end(self) -> None:
        self._server.stop()


@pytest.fixture
def ftp(tmp_path: Path) -> Iterator[Ftp]:
    pytest.importorskip("pyftpdlib")
    store = Ftp(tmp_path / "store")
    yield store
    store.end()


@pytest.fixture(scope="session")
def bucket() -> Iterator[S3]:
    for name in ("s3fs", "moto", "boto3"):
        pytest.importorskip(name)
    store = S3()
    yield store
    store.end()


@pytest.fixture
def s3(bucket: S3, monkeypatch: pytest.MonkeyPatch) -> S3:
    """An empty bucket that drivers find."""
    from fsspec.config import conf

    bucket.empty()
    for name, value in bucket.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setitem(conf, "s3", {"endpoint_url": bucket.environment["FSSPEC_S3_ENDPOINT_URL"]})
    return bucket


@pytest.fixture(params=["ftp", "s3"])
def store(request: pytest.FixtureRequest) -> Ftp | S3:
    """Each kind of store in turn."""
    found: Ftp | S3 = request.getfixturevalue(request.param)
    return found
