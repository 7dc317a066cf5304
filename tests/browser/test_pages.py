"""How the pages are in a browser: accessible, safe against what documents say, readable without scripts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.batch.run import run_batch

KOPI, GAPURA, MUSDES = "konsorsium-kopi.pdf", "rapat-rt-gapura.docx", "musdes-embung.pdf"
SOURCES = ("--source", str(Path(__file__).resolve().parents[2] / "samples/docs"))
Visit = Callable[..., Any]
HOSTILE = """NOTULA RAPAT
Rapat <script>document.title='diretas'</script> & "Kawan"
Hari/Tanggal : Jumat, 12 Mei 2023
Tempat : Balai <img src=x onerror="document.title='diretas'">
Peserta : Sari <b>Dewi</b>, Budi {{ 7*7 }}

Tindak lanjut:
1. Sari Dewi menyusun laporan <script>document.title='diretas'</script> paling lambat 20 Mei 2023
2. Budi mengirim surat "><svg onload=document.title='diretas'> paling lambat 21 Mei 2023
3. Budi membeli {{ config }} {% raw %} ' onclick=alert(1) paling lambat 22 Mei 2023
4. Budi mencatat """ + "panjang" * 3000 + """ paling lambat 23 Mei 2023
"""


def meeting_of(out: Path, name: str) -> str:
    return "/meetings/" + str(json.loads((out / f"{name}.json").read_text("utf-8"))["id"])


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    source = tmp_path / "masuk" / "rapat <script>\u202etxt.pdf.txt"
    source.parent.mkdir()
    source.write_text(HOSTILE, "utf-8")
    run_batch([source.parent], tmp_path / "outputs")
    return tmp_path / "outputs"


# --- accessible ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 1400), ("light", 390)])
def test_axe_finds_no_serious_fault(read_samples: Any, start: Any, visit: Visit, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    out = read_samples(KOPI, GAPURA, MUSDES)
    site = start(out, *SOURCES)
    paths = ["/", "/queue", "/follow-ups", "/search?q=laporan", meeting_of(out, KOPI), meeting_of(out, GAPURA)]
    page = visit(site, "/", color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    faults = []
    for path in paths:
        page.goto(site.url + path)
        page.wait_for_load_state("networkidle")
        faults += [f"{path}: {told}" for told in serious(Axe().run(page).response)]
    page.keyboard.press("e")
    page.locator("dialog[open]").wait_for()
    faults += [f"form: {told}" for told in serious(Axe().run(page).response)]
    assert not faults


def serious(response: dict[str, Any]) -> list[str]:
    """Axe's faults but the minor ones: their rule and the first element."""
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:200]} {fault['nodes'][0].get('failureSummary', '')[:300]}"
        for fault in response["violations"]
        if fault["impact"] in ("moderate", "serious", "critical")
    ]


def test_a_narrow_screen_does_not_scroll_sideways(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(KOPI, GAPURA)
    site = start(out, *SOURCES)
    page = visit(site, "/")
    page.set_viewport_size({"width": 360, "height": 700})
    for path in ("/", "/queue", "/follow-ups", meeting_of(out, KOPI), meeting_of(out, GAPURA)):
        page.goto(site.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_shortcuts_can_be_switched_off(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(GAPURA)
    page = visit(start(out, *SOURCES), meeting_of(out, GAPURA))
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.locator("#keys-dialog button.main").click()
    page.keyboard.press("e")
    page.wait_for_timeout(200)
    assert page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize("path", ["/", "/queue", "/follow-ups", "/search?q=gapura", "meeting"])
def test_pages_can_be_read_without_scripts(read_samples: Any, start: Any, visit: Visit, path: str) -> None:
    out = read_samples(GAPURA)
    site = start(out, *SOURCES)
    page = visit(site, meeting_of(out, GAPURA) if path == "meeting" else path, java_script_enabled=False)
    shown = page.locator("body").inner_text()
    assert "JavaScript tidak aktif" in shown
    assert "gapura" in shown.casefold()
    assert page.locator("button.needs-js:visible").count() == 0


def test_an_items_evidence_is_marked_without_scripts(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(KOPI)
    site = start(out, *SOURCES)
    page = visit(site, meeting_of(out, KOPI), java_script_enabled=False)
    page.locator(".card a.where").first.click()
    assert page.locator("svg rect.lit.action").count() >= 1


# --- safe ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/queue", "/follow-ups", "/search?q=<script>alert(1)</script>", "meeting"])
def test_what_documents_say_is_shown_and_not_run(hostile: Path, start: Any, visit: Visit, path: str) -> None:
    site = start(hostile, "--source", str(hostile.parent / "masuk"))
    result = next(hostile.glob("*.json"))
    meeting = "/meetings/" + str(json.loads(result.read_text("utf-8"))["id"])
    page = visit(site, meeting if path == "meeting" else path)
    page.wait_for_load_state("networkidle")
    assert page.title() != "diretas"
    assert page.locator("script:not([src])").count() == 0
    assert page.locator("[onerror], [onload], [onclick], img[src=x]").count() == 0
    if not path.startswith("/search"):
        assert "<script>" in page.locator("main").inner_text()
    assert "\u202e" not in page.locator("body").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1400


def test_the_language_is_switched_and_remembered(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(GAPURA)
    site = start(out, *SOURCES)
    page = visit(site, "/follow-ups?due=overdue")
    page.get_by_role("link", name="English").click()
    assert page.url == f"{site.url}/follow-ups?due=overdue"
    assert page.locator("h1").inner_text() == "Follow-ups"
    page.goto(f"{site.url}/queue")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_reviewer_is_asked_once(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(GAPURA)
    site = start(out, *SOURCES)
    page = visit(site, "/", name="")
    page.locator("#name-dialog[open] input").fill("Wahyu Ningsih")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Wahyu Ningsih").wait_for()
    page.goto(f"{site.url}/queue")
    page.wait_for_load_state("networkidle")
    assert page.locator("#name-dialog[open]").count() == 0
    assert "Wahyu Ningsih" in page.locator(".top").inner_text()
