import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))
IMPORTED_AS = {
    "python-docx": "docx", "XlsxWriter": "xlsxwriter", "scikit-learn": "sklearn", "pillow": "PIL",
    "msoffcrypto-tool": "msoffcrypto",
}  # fmt: skip
FOR_DEVELOPERS = ("clients", "dev", "test")  # extras that the product does not import
BROUGHT_BY = {
    "pdfminer": "pdfplumber",  # its exceptions are part of what pdfplumber raises
    "pydantic_core": "pydantic",  # its JSON is what pydantic writes
}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def packages_on_disk() -> list[str]:
    folders = [path.parent for top in ("models", "pipeline") for path in (ROOT / top).rglob("__init__.py")]
    return sorted("notula." + folder.relative_to(ROOT).as_posix().replace("/", ".") for folder in folders)


def test_every_package_on_disk_is_in_the_wheel(project: dict[str, Any]) -> None:
    assert sorted(project["tool"]["setuptools"]["packages"]) == packages_on_disk()


def test_every_folder_with_code_is_a_package() -> None:
    for top in ("models", "pipeline"):
        for path in (ROOT / top).rglob("*.py"):
            assert (path.parent / "__init__.py").is_file(), path


def test_every_data_file_is_in_the_wheel(project: dict[str, Any]) -> None:
    packed = project["tool"]["setuptools"]["package-data"]
    for top in ("models", "pipeline"):
        for path in (ROOT / top).rglob("*"):
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                folder = next(above for above in path.parents if (above / "__init__.py").is_file())
                package = "notula." + folder.relative_to(ROOT).as_posix().replace("/", ".")
                assert any(path.match(pattern) for pattern in packed.get(package, [])), path


def test_nothing_shadows_the_package() -> None:
    assert not (ROOT / "notula").exists()


def test_the_installed_version_is_the_projects(project: dict[str, Any]) -> None:
    assert importlib.metadata.version("notula") == project["project"]["version"]


def test_the_changelog_begins_with_this_version(project: dict[str, Any]) -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    found = re.search(r"^## (\S+)", text, re.M)
    assert found and found[1] == project["project"]["version"]


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.M | re.S)
    assert listed
    assert all("#" in line for line in listed[1].splitlines())


def imported_packages() -> set[str]:
    """The packages from elsewhere that models/ and pipeline/ import."""
    found: set[str] = set()
    for top in ("models", "pipeline"):
        for path in (ROOT / top).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
                found |= {name.split(".")[0] for name in names}
    return found - sys.stdlib_module_names - {"notula"}


def test_what_is_imported_is_what_is_listed(project: dict[str, Any]) -> None:
    lines = list(project["project"]["dependencies"])
    for extra, own in project["project"]["optional-dependencies"].items():
        lines += own if extra not in FOR_DEVELOPERS else []
    names = {re.split(r"[<>=~ ]", line)[0] for line in lines}
    listed = {IMPORTED_AS.get(name, name) for name in names}
    assert {BROUGHT_BY.get(name, name) for name in imported_packages()} == listed


# --- what the documents promise --------------------------------------------------------------------------------------


def first_commands(readme: str) -> list[str]:
    """The commands of a README that make an environment."""
    return re.findall(r"^python3 -m venv .*$", (ROOT / readme).read_text("utf-8"), re.M)


def test_both_readmes_have_the_same_two_commands() -> None:
    commands = first_commands("README.md")
    assert len(commands) == 2 and commands == first_commands("README.id.md")


def test_the_checks_run_the_readmes_commands() -> None:
    script = (ROOT / ".ci/run").read_text("utf-8")
    assert "README.md" in script and "^python3 -m venv" in script


@pytest.mark.parametrize("name", ["README.md", "README.id.md", *PAGES])
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]


def test_the_architecture_names_every_module_and_no_other() -> None:
    named: set[str] = set()
    for section in re.split(r"^## ", (ROOT / "docs/architecture.md").read_text("utf-8"), flags=re.M)[1:]:
        title = section.splitlines()[0]
        folder = f"{title}/" if title in ("read", "structure", "extract") else ""
        rows = re.findall(r"^\| (`.*?) \|", section, re.M)
        named |= {folder + name for row in rows for name in re.findall(r"`([\w/]+)`", row)}
    modules = [path.relative_to(ROOT / "pipeline") for path in (ROOT / "pipeline").rglob("*.py")]
    on_disk = {path.with_suffix("").as_posix() for path in modules if path.stem != "__init__"}
    whole = {name for name in named if name.endswith("/")}  # a folder that is told as one
    around = on_disk - {"lexicon/schema", "run", "read/signatures"}  # told in sentences
    assert named - whole == {name for name in around if not name.startswith(tuple(whole))}
