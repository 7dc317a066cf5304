"""Who may import whom, read from the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Highest first. A unit (a file or folder of pipeline/, or models/) may import itself and what stands lower, never its
# neighbours: so there can be no cycle.
LAYERS = (
    ("cli",),
    ("commands",),
    ("review",),
    ("batch", "evaluate", "show", "explain", "handover", "doctor"),
    ("export",),
    ("run", "store", "schema"),
    ("confidence",),
    ("extract",),  # a later stage may use an earlier one's helpers
    ("structure",),
    ("read",),
    ("language",),
    ("lexicon",),
    ("text", "addresses", "patterns", "tables", "matching", "heartbeat", "programs", "logistic"),
    ("settings", "errors"),
    ("messages",),
    ("models",),
)
RANK = {unit: rank for rank, layer in enumerate(LAYERS) for unit in layer}

# The only places that may know a library, as prefixes of the path.
HOMES = {
    "pypdfium2": ("pipeline/read/pdf",),
    "pdfplumber": ("pipeline/read/pdf",),
    "pdfminer": ("pipeline/read/pdf",),
    "docx": ("pipeline/export/docx_matrix.py",),
    "xlsxwriter": ("pipeline/export/workbook.py",),
    "pyarrow": ("pipeline/export/parquet.py",),
    "pg8000": ("pipeline/export/postgresql.py",),
    "numpy": ("pipeline/read/scan_",),
    "PIL": ("pipeline/read/scan_",),
    "msoffcrypto": ("pipeline/read/protected.py",),
    "fsspec": ("pipeline/batch/remote.py",),
    "distributed": ("pipeline/batch/dask_",),
    "spacy": ("pipeline/language/",),
    "http": ("pipeline/handover/http_post.py", "pipeline/handover/push.py"),
    "starlette": ("pipeline/review/",),
    "uvicorn": ("pipeline/review/serve.py",),
    "jinja2": ("pipeline/review/templating.py", "pipeline/batch/page.py"),
    "argparse": ("pipeline/cli.py", "pipeline/commands/"),
}

SOURCES = [path for folder in ("models", "pipeline") for path in sorted((ROOT / folder).rglob("*.py"))]
NAMES = [path.relative_to(ROOT).as_posix() for path in SOURCES]


def imports(path: Path) -> Iterator[str]:
    """The full names of what a file imports, inside functions too; ``from a import b`` gives ``a.b``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def unit_of(path: Path) -> str | None:
    """The unit a file belongs to; None for ``pipeline/__init__.py``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    if parts[0] == "models":
        return "models"
    return None if parts[1] == "__init__" else parts[1]


def imported_unit(name: str) -> str | None:
    parts = name.split(".")
    if parts[:2] == ["notula", "models"]:
        return "models"
    return parts[2] if parts[:2] == ["notula", "pipeline"] and len(parts) > 2 else None


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_imports_go_down(path: Path) -> None:
    unit = unit_of(path)
    for name in imports(path):
        lower = imported_unit(name)
        if lower and lower != unit:
            assert lower in RANK, f"{name}: which layer is {lower} in?"
            assert unit is None or RANK[unit] < RANK[lower], f"{unit} may not import {lower}"


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_libraries_stay_at_home(path: Path) -> None:
    own = path.relative_to(ROOT).as_posix()
    for name in imports(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or own.startswith(homes), f"{own} may not import {name}"


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_packages_are_imported_by_their_full_name(path: Path) -> None:
    assert not [name for name in imports(path) if name.split(".")[0] in ("models", "pipeline")]


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    modules = {"notula." + name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): path
               for name, path in zip(NAMES, SOURCES, strict=True)}  # fmt: skip
    needs = {module: {known for name in imports(path) if (known := known_module(name, modules)) and known != module}
             for module, path in modules.items()}  # fmt: skip
    while free := {module for module, own in needs.items() if not own}:
        needs = {module: own - free for module, own in needs.items() if module not in free}
    assert not needs, f"in or above a circle: {sorted(needs)}"


def known_module(name: str, modules: dict[str, Path]) -> str | None:
    """The module that an imported name is or comes from; None for other packages."""
    while name not in modules and "." in name:
        name = name.rpartition(".")[0]
    return name if name in modules else None


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_files_are_of_readable_length(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_no_module_has_the_name_of_what_it_wraps() -> None:
    taken = {"json", "csv", "docx", "spacy", "pydantic"}
    assert not [name for name in NAMES if Path(name).stem in taken]
