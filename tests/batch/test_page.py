"""The report of a run: what it counts, and that nothing in it can do harm."""

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path, PurePath
from typing import Any, get_args

import psutil
import pytest

from notula.models.manifest import Entry
from notula.models.minutes import Party, PartyKind
from notula.models.result import Extraction, Processed, Result
from notula.pipeline.batch.charts import Part, Row, bars, columns, shortened
from notula.pipeline.batch.figures import figures_of
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.ledger import Ledger
from notula.pipeline.batch.months import Window, fullest
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.batch.page import About, render
from notula.pipeline.batch.places import Folder
from notula.pipeline.batch.run import RunOptions, run_batch
from notula.pipeline.batch.survey import MOST_FAILED, OWNERS, Survey, survey
from notula.pipeline.cli import main
from notula.pipeline.errors import DocumentCode, DocumentError, OutputError, UsageError
from notula.pipeline.messages import Lang, say
from notula.pipeline.settings import Settings

NOW = dt.datetime(2026, 5, 7, 9, 30, tzinfo=dt.UTC)


def follow_up(owners: tuple[str, ...] = (), due: str | None = None, **more: Any) -> dict[str, Any]:
    named = [{"name": name, "canonical_name": None} for name in owners]
    return {"owners": named, "due": {"date": due} if due else None, "needs_review": False, "ready": 0.5} | more


class Book:
    """A ledger that documents are put into as a run would."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.ledger = Ledger(out, "recipe")

    def put(self, name: str, *items: Mapping[str, Any], status: str = "ok", **line: Any) -> None:
        counts = {"meetings": 1, "follow_ups": len(items), "to_review": sum(item["needs_review"] for item in items)}
        entry = Entry.model_validate(
            {"path": name, "status": status, "seconds": {}} | (counts if status != "failed" else {}) | line
        )
        figures = figures_of([{"follow_ups": items}])
        self.ledger.finish(Outcome(Job(Path(name), PurePath(name)), entry.status, figures=figures),
                           entry.model_dump_json())  # fmt: skip

    def survey(self) -> Survey:
        return survey(self.ledger, Folder(self.out))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = Book(tmp_path / "out")
    yield made
    made.ledger.close()


class Seen(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def links(self) -> list[str | None]:
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]


def page(found: Survey, out: Path = Path("/out"), at: Path | None = None, lang: Lang = "id", **about: Any) -> Seen:
    return Seen(render(found, About(out, "1.0", lang, 65.0, **about), at or out / "laporan.html", NOW))


def test_documents_are_counted_by_what_became_of_them(book: Book) -> None:
    book.put("a.pdf", follow_up(), follow_up(needs_review=True))
    book.put("b.pdf", follow_up(), status="partial", code="P001")
    for name, code in (("c", "damaged"), ("d", "timeout"), ("e", "damaged")):
        book.put(name, status="failed", code=code)
    found = book.survey()
    assert found.statuses == {"ok": 1, "partial": 1, "failed": 3} and found.files == 5
    assert found.codes == {"damaged": 2, "timeout": 1}
    assert (found.meetings, found.follow_ups, found.to_review) == (2, 3, 1)
    assert [line["path"] for line in found.failed] == ["c", "d", "e"]
    assert [line["path"] for line in found.partial] == ["b.pdf"]


def test_follow_ups_are_counted_by_owner(book: Book) -> None:
    book.put("a", follow_up(("Ratna", "Budi")), follow_up(("Budi",), needs_review=True))
    book.put("b", follow_up(("Budi",)), follow_up())
    found = book.survey()
    assert [(one.name, one.follow_ups, one.to_review) for one in found.owners] == [("Budi", 3, 1), ("Ratna", 1, 0)]


def test_only_the_owners_with_most_are_kept(book: Book) -> None:
    for number in range(30):
        book.put(f"{number}", *[follow_up((f"Orang {number:02}",))] * (number + 1))
    found = book.survey()
    assert (len(found.owners), found.owner_count) == (OWNERS, 30)
    assert (found.owners[0].name, found.owners[0].follow_ups) == ("Orang 29", 30)


def test_the_long_form_of_an_owner_counts() -> None:
    item = follow_up() | {"owners": [{"name": "Ratna", "canonical_name": "Ratna Kusuma"}, {"name": "Ratna Kusuma"}]}
    assert json.loads(figures_of([{"follow_ups": [item]}]))["owners"] == {"Ratna Kusuma": [1, 0]}


@pytest.mark.parametrize(
    ("due", "month"),
    [("2024-05-31", "2024-05"), (None, None), ("2024-13-01", None), ("segera", None)],
    ids=["a day", "none", "no month", "no day"],
)
def test_follow_ups_are_counted_by_due_month(book: Book, due: str | None, month: str | None) -> None:
    book.put("a", follow_up(due=due))
    found = book.survey()
    assert (dict(found.months), found.undated) == (({month: 1}, 0) if month else ({}, 1))


@pytest.mark.parametrize(
    ("ready", "tenth"), [(0.0, 0), (0.05, 0), (0.1, 1), (0.899, 8), (1.0, 9), (None, None)], ids=str
)
def test_follow_ups_are_counted_by_confidence(book: Book, ready: float | None, tenth: int | None) -> None:
    book.put("a", follow_up(ready=ready))
    found = book.survey()
    assert found.unsure == (tenth is None)
    assert [at for at, count in enumerate(found.ready) if count] == ([] if tenth is None else [tenth])


def test_the_slowest_come_first(book: Book) -> None:
    for number in range(15):
        book.put(f"{number}.pdf", seconds={"read": number / 10, "extract": 1})
    slowest = book.survey().slowest
    assert len(slowest) == 10 and [line["path"] for _, line in slowest[:2]] == ["14.pdf", "13.pdf"]
    assert slowest[0][0] == pytest.approx(2.4)


def test_only_what_this_run_has_seen_counts(tmp_path: Path) -> None:
    first = Book(tmp_path)
    first.put("old.pdf", follow_up())
    first.ledger.close()
    second = Book(tmp_path)
    second.put("new.pdf", follow_up())
    assert [line["path"] for line in second.survey().listed] == ["new.pdf"]
    second.ledger.close()


def test_long_lists_are_cut_and_said_to_be(book: Book) -> None:
    for number in range(MOST_FAILED + 7):
        book.put(f"{number:04}.pdf", status="failed", code="empty")
    found = book.survey()
    assert len(found.failed) == MOST_FAILED
    assert say("laporan.more", "id", count="7") in page(found).text


def test_the_survey_of_many_documents_is_small(book: Book) -> None:
    for number in range(20_000):
        book.put(f"bidang/{number}.pdf", follow_up((f"Petugas nomor {number} dari bidang yang panjang namanya",)))
    before = psutil.Process().memory_info().rss
    assert book.survey().owner_count == 20_000
    assert psutil.Process().memory_info().rss - before < 12_000_000


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202efdp.\x00\n&amp;{{ 7*7 }}.pdf"


def test_nothing_that_is_named_becomes_part_of_the_page(book: Book) -> None:
    book.put(HOSTILE, follow_up((HOSTILE,), "2024-05-01"), seconds={HOSTILE: 3.0}, results=[HOSTILE + ".json"])
    book.put("b" + HOSTILE, status="failed", code=HOSTILE, message=HOSTILE)
    book.put("c" + HOSTILE, status="partial", code=HOSTILE, message=HOSTILE)
    seen = page(book.survey(), left_out=(1, (HOSTILE,)))
    assert {tag for tag, _ in seen.tags}.isdisjoint({"script", "img", "iframe", "object", "link", "form", "base"})
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on")]
    assert "\u202e" not in seen.text and "\x00" not in seen.text and "\\u202efdp" in seen.text
    assert "{{ 7*7 }}" in seen.text and "&amp;{{" in seen.text


def test_the_page_asks_for_nothing_from_outside(book: Book) -> None:
    book.put("a.pdf", follow_up(("Ratna",), "2024-05-01"), seconds={"read": 1}, results=["a.pdf.json"])
    book.put("b.pdf", status="failed", code="empty")
    seen = page(book.survey())
    assert not [attributes for _, attributes in seen.tags if {"src", "srcset", "xlink:href"} & attributes.keys()]
    assert [attributes["content"] for tag, attributes in seen.tags
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"] == [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ]  # fmt: skip
    assert "url(" not in seen.text and "@import" not in seen.text


@pytest.mark.parametrize(
    ("at", "way"),
    [("out/laporan.html", "./"), ("laporan.html", "out/"), ("di sini/laporan.html", "../out/")],
    ids=["in the output folder", "above it", "beside it"],
)
def test_links_lead_to_the_results(book: Book, tmp_path: Path, at: str, way: str) -> None:
    book.put("2024/a #1?.pdf", results=["2024/a #1?.pdf.json"])
    links = page(book.survey(), tmp_path / "out", tmp_path / at).links
    assert links == [f"{way}2024/a%20%231%3F.pdf.json", f"{way}2024/a%20%231%3F.pdf.txt"]


def test_a_name_that_is_no_text_has_no_link(book: Book) -> None:
    book.put("rapat\ufffd.pdf", results=["rapat\ufffd.pdf.json"], raw_path="7261706174ff2e706466")
    assert page(book.survey()).links == []


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("code", get_args(DocumentCode))
def test_every_failure_says_what_to_do(book: Book, code: str, lang: Lang) -> None:
    book.put("a.pdf", status="failed", code=code, message="said")
    assert say(f"laporan.todo_{code}", lang) in page(book.survey(), lang=lang).text


@pytest.mark.parametrize(("lang", "words"), [("id", "7 Mei 2026, 09.30"), ("en", "7 May 2026, 09:30")])
def test_the_page_speaks_the_users_language(book: Book, lang: Lang, words: str) -> None:
    seen = page(book.survey(), lang=lang)
    assert words in seen.text and ("html", {"lang": lang}) in seen.tags


def test_what_was_not_read_and_an_early_end_are_told(book: Book) -> None:
    text = page(book.survey(), unchanged=12, left_out=(3, ("a.png",)), interrupted=True, lang="en").text
    assert "Unchanged, not read again: 12" in text and "of unknown kind: 3 (a.png, …)" in " ".join(text.split())
    assert "Interrupted before the end" in text
    assert "Interrupted" not in page(book.survey(), lang="en").text


def test_charts_say_in_words_what_they_show(book: Book) -> None:
    book.put("a", *[follow_up(("Ratna",), "2024-05-01", needs_review=True)] * 3, follow_up(("Ratna",)))
    said = [attributes["aria-label"] for tag, attributes in page(book.survey(), lang="en").tags
            if attributes.get("role") == "img"]  # fmt: skip
    assert any("Ratna: 4 follow-ups, 3 to review" in (each or "") for each in said)
    assert any("May 2024: 3" in (each or "") for each in said)


def test_bars_are_as_long_as_their_numbers() -> None:
    chart = bars([Row("a", (Part(3, "main"), Part(1, "warn")), "4", "a: 4"), Row("b", (Part(2, "main"),), "2", "b: 2")])
    first, second, third = (box.width for box in chart.boxes if box.look != "ground")
    assert (first, third) == (pytest.approx(3 * second, abs=0.2), pytest.approx(2 * second, abs=0.2))


def test_columns_are_as_tall_as_their_numbers() -> None:
    chart = columns([Row(str(size), (Part(size, "main"),), str(size), "") for size in (1, 4, 0)])
    low, high = (box for box in chart.boxes if box.look == "main")
    assert high.height == pytest.approx(4 * low.height, abs=0.2) and high.y + high.height == low.y + low.height


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Ratna", "Ratna"), ("rapat koordinasi air bersih tahap dua.pdf", "rapat koordin…tahap dua.pdf")],
    ids=["short", "long"],
)
def test_over_long_names_lose_their_middle(name: str, shown: str) -> None:
    assert shortened(name) == shown


@pytest.mark.parametrize(
    ("counts", "window"),
    [
        pytest.param({}, Window(), id="none"),
        pytest.param({"2024-11": 1, "2025-01": 2}, Window((("2024-11", 1), ("2024-12", 0), ("2025-01", 2))), id="few"),
        pytest.param(
            {"2015-01": 1, "2024-01": 2, "2024-03": 2, "2031-05": 3},
            Window((("2024-01", 2), ("2024-02", 0), ("2024-03", 2)), 1, 3),
            id="those with most",
        ),
        pytest.param({"0001-01": 1, "9999-12": 1}, Window((("9999-12", 1),), 1, 0), id="far apart"),
    ],
)
def test_which_months_are_shown(counts: dict[str, int], window: Window) -> None:
    assert fullest(counts, room=3) == window


@pytest.fixture
def inputs(
    tmp_path: Path, make_result: Callable[..., Result], inline: None, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder of three files, one of them broken, whose follow-ups have two owners."""

    def process(path: Path, settings: Settings, lexicon: Any, *, name: str) -> Processed:
        if path.read_text("utf-8") == "rusak":
            raise DocumentError("damaged", reason="ZIP")
        result = make_result(name)
        (item,) = result.follow_ups
        second = Party(name="Camat", kind=PartyKind.PERSON, confidence=1, evidence=item.evidence)
        item = item.model_copy(update={"owners": (*item.owners, second)})
        source = result.source.model_copy(update={"sha256": sha256(path.read_bytes()).hexdigest()})
        return Processed((Extraction(result.model_copy(update={"follow_ups": (item,), "source": source}), "teks"),))

    monkeypatch.setattr("notula.pipeline.run.process", process)
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a", "satu"), ("b", "rusak"), ("c", "satu")):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def owners(out: Path) -> dict[str, int]:
    """What the ledger holds of owners, over all documents."""
    counts: dict[str, int] = {}
    db = sqlite3.connect(out / ".notula/ledger.sqlite")
    for (figures,) in db.execute("SELECT figures FROM documents WHERE figures IS NOT NULL"):
        for name, (count, _) in json.loads(figures)["owners"].items():
            counts[name] = counts.get(name, 0) + count
    db.close()
    return counts


def test_a_run_leaves_its_report(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_batch([inputs], out, Settings(lang="en"), RunOptions(page=out / "laporan.html"))
    seen = Seen((out / "laporan.html").read_text("utf-8"))
    assert owners(out) == {"Ratna Kusuma": 2, "Camat": 2}
    assert seen.links == ["./a.txt.json", "./a.txt.txt", "./c.txt.json", "./c.txt.txt"]
    assert "The document is damaged: ZIP" in seen.text and "Same bytes as another file, read once: 1" in seen.text


def test_a_ledger_of_the_first_version_gets_its_figures_from_the_results(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_batch([inputs], out)
    db = sqlite3.connect(out / ".notula/ledger.sqlite")
    with db:
        db.execute("ALTER TABLE documents DROP COLUMN figures")
        db.execute("PRAGMA user_version = 1")
    db.close()
    before = (out / "a.txt.json").stat().st_mtime_ns
    run_batch([inputs], out, None, RunOptions(page=out / "laporan.html", glance=lambda path: "known"))
    assert (out / "a.txt.json").stat().st_mtime_ns == before
    assert owners(out) == {"Ratna Kusuma": 2, "Camat": 2}


def test_a_file_that_is_no_report_is_never_replaced(inputs: Path, tmp_path: Path) -> None:
    mine = tmp_path / "rapat.html"
    mine.write_text("<h1>Notula Rapat</h1>", "utf-8")
    with pytest.raises(UsageError):
        run_batch([inputs], tmp_path / "out", None, RunOptions(page=mine))
    assert mine.read_text("utf-8") == "<h1>Notula Rapat</h1>" and not (tmp_path / "out").exists()


def test_a_report_is_replaced_by_the_next(inputs: Path, tmp_path: Path) -> None:
    at = tmp_path / "laporan.html"
    for lang in get_args(Lang):
        run_batch([inputs], tmp_path / "out", Settings(lang=lang), RunOptions(page=at))
        assert f'<html lang="{lang}">' in at.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_output_trouble(inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(OutputError):
        run_batch([inputs], tmp_path / "out", None, RunOptions(page=tmp_path / "berkas" / "laporan.html"))


def test_the_page_uses_every_word_there_is_for_it() -> None:
    from notula.pipeline.batch import page as module
    from notula.pipeline.messages.run_report import RUN_REPORT

    template = Path(module.__file__).parent / "templates" / "report.html"
    code = template.read_text("utf-8") + Path(module.__file__).read_text("utf-8")
    names = {key.split(".")[1] for key in RUN_REPORT}
    assert {name for name in names if f'"{name}"' not in code and not name.startswith("todo_")} == set()


@pytest.mark.parametrize(
    ("more", "where"),
    [
        pytest.param([], "out/laporan.html", id="in the output folder"),
        pytest.param(["--report", "rekap.html"], "rekap.html", id="elsewhere"),
        pytest.param(["--no-report"], None, id="not at all"),
    ],
)
def test_where_the_command_puts_the_report(
    more: list[str], where: str | None, inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["run", str(inputs), "-o", "out", *more]) == 1
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")] == ([where] if where else [])
    assert (f"Laporan: {where and Path(where)}" in capsys.readouterr().out) == bool(where)


def test_a_report_is_html(inputs: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as end:
        main(["run", str(inputs), "--report", str(inputs / "a.txt")])
    assert end.value.code == 2
