"""Make scans of born-digital minutes: ``python bench/scans/make_scans.py FILE... --out FOLDER [--wear office]``.

A PDF is drawn page by page as an image, worn (laid in crookedly, noise, fading, JPEG) and put into a PDF that holds
nothing but images, under the name of its original. DOCX is laid out by LibreOffice first, where it is installed. The
same files, wear and seed give the same images.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter


@dataclass(frozen=True)
class Wear:
    """What happens to a page.

    ``dpi`` of the scanner, the largest ``skew`` in degrees, ``noise`` in grey levels, ``blur`` in pixels, the JPEG
    ``quality``, ``shade``: by how many grey levels the right side is darker; ink is ``black``, paper ``white``.
    """

    dpi: int = 200
    skew: float = 1.1
    noise: float = 12.0
    blur: float = 0.4
    quality: int = 70
    shade: float = 0.0
    black: int = 0
    white: int = 255


WEARS = {
    "clean": Wear(skew=0.0, noise=0.0, blur=0.0, quality=90),
    "office": Wear(),
    "crooked": Wear(skew=3.0),
    "poor": Wear(dpi=150, skew=1.5, noise=25.0, blur=0.7, quality=45, shade=60.0, black=60, white=225),
    "fine": Wear(dpi=300),
    "archive": Wear(noise=5.0, quality=35),
    "slanted": Wear(noise=5.0, quality=35, skew=3.0),
    "dim": Wear(noise=5.0, quality=35, shade=60.0, black=40, white=230),
}


def draw_pages(data: bytes, dpi: int) -> Iterator[Image.Image]:
    """The pages of a PDF as grey images."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            yield page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")


def wear_out(page: Image.Image, wear: Wear, random: np.random.Generator) -> Image.Image:
    """The page as a scanner would give it."""
    angle = float(random.uniform(-wear.skew, wear.skew))
    page = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    if wear.blur:
        page = page.filter(ImageFilter.GaussianBlur(wear.blur))
    grey = np.asarray(page, dtype=np.float32) / 255
    grey = wear.black + grey * (wear.white - wear.black)
    grey = grey - wear.shade * np.linspace(0, 1, grey.shape[1], dtype=np.float32)
    grey = grey + random.normal(0, wear.noise, grey.shape) if wear.noise else grey
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def scan(data: bytes, wear: Wear, seed: int) -> list[Image.Image]:
    """The pages of a PDF, scanned."""
    random = np.random.default_rng(seed)
    return [wear_out(page, wear, random) for page in draw_pages(data, wear.dpi)]


def as_pdf(pages: list[Image.Image], wear: Wear) -> bytes:
    """A PDF of JPEG images, one a page; it is dated 1970, so that the same images give the same bytes."""
    out, made = BytesIO(), time.gmtime(0)
    first, *rest = pages
    first.save(
        out, "PDF", save_all=True, append_images=rest, resolution=wear.dpi, quality=wear.quality, creationDate=made,
        modDate=made,
    )  # fmt: skip
    return out.getvalue()


def pdf_of(path: Path) -> bytes | None:
    """The file as a born-digital PDF; None where it is none and LibreOffice is not there or cannot lay it out."""
    if path.suffix == ".pdf":
        return path.read_bytes()
    soffice = shutil.which("soffice")
    if soffice is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        profile = (Path(folder) / "profile").as_uri()
        subprocess.run(
            [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder,
             str(path)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        made = Path(folder) / f"{path.stem}.pdf"
        return made.read_bytes() if made.exists() else None


def seed_of(path: Path, seed: int) -> int:
    """A seed of its own for each file."""
    return seed + zlib.crc32(path.name.encode())


def main() -> int:
    """Write the scans; 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--wear", choices=sorted(WEARS), default="office")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    wear = WEARS[options.wear]
    for path in options.files:
        data = pdf_of(path)
        if data is None:
            print(f"{path.name}: left out, LibreOffice is not there", file=sys.stderr)
            continue
        (options.out / path.name).write_bytes(as_pdf(scan(data, wear, seed_of(path, options.seed)), wear))
    return 0


if __name__ == "__main__":
    sys.exit(main())
