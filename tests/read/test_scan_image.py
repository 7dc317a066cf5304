"""Pictures of pages made straight, upright and evenly lit."""

from typing import Any

import numpy as np
import pytest
from PIL import Image

from notula.pipeline.read.scan_image import (
    Picture,
    Sheet,
    even_light,
    find_skew,
    ink_of,
    is_sideways,
    make_sheet,
    straighten,
    to_grey,
    turn_quarters,
)


def sheet_of(picture: Image.Image, dpi: float = 200) -> Sheet:
    return make_sheet(Picture(picture, dpi, dpi))


def led_back(sheet: Sheet, x: float, y: float) -> tuple[float, float]:
    a, b, w = sheet.back @ np.array([x, y, 1.0])
    return a / w, b / w


@pytest.mark.parametrize("degrees", [-6.0, -1.3, 0.0, 0.4, 2.5])
def test_the_skew_of_a_page_is_found(scans: Any, degrees: float) -> None:
    turned = scans.page_picture().rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255)
    assert find_skew(sheet_of(turned)) == pytest.approx(degrees, abs=0.1)


def test_a_straightened_page_is_straight_and_knows_where_its_points_were(scans: Any) -> None:
    upright = scans.page_picture()
    crooked = upright.rotate(-2, Image.Resampling.BICUBIC, fillcolor=255)
    straight = straighten(sheet_of(crooked))
    assert abs(find_skew(straight)) <= 0.1
    x, y = 300, int(np.argmax(ink_of(straight.grey)[:, 200:900].any(axis=1)))  # somewhere on the first line
    a, b = led_back(straight, x, y)
    assert np.asarray(crooked)[int(b) - 6 : int(b) + 12, int(a) - 40 : int(a) + 40].min() < 128


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_quarter_turns_lead_back(scans: Any, quarters: int) -> None:
    picture = Image.new("L", (40, 60), 255)
    picture.putpixel((7, 11), 0)
    turned = turn_quarters(sheet_of(picture), quarters)
    y, x = np.argwhere(np.asarray(turned.grey) == 0)[0]
    assert led_back(turned, x + 0.5, y + 0.5) == pytest.approx((7.5, 11.5))
    assert turned.quarter == quarters


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_sideways_pages_are_told(scans: Any, quarters: int) -> None:
    assert is_sideways(turn_quarters(sheet_of(scans.page_picture()), quarters)) == bool(quarters % 2)


def test_a_shadow_is_evened_out(scans: Any) -> None:
    page = np.asarray(scans.page_picture(), dtype=np.float32)
    shaded = page * np.linspace(1.0, 0.35, page.shape[1])[None, :]
    sheet = even_light(sheet_of(Image.fromarray(shaded.astype(np.uint8))))
    assert sheet.shaded
    same = ink_of(sheet.grey) == ink_of(scans.page_picture())
    assert same.mean() > 0.995


def test_white_paper_is_left_as_it_is(scans: Any) -> None:
    sheet = sheet_of(scans.page_picture())
    assert even_light(sheet) is sheet


@pytest.mark.parametrize(
    ("picture", "level"),
    [
        pytest.param(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), 255, id="transparent is white"),
        pytest.param(Image.fromarray(np.full((4, 4), 65535, dtype=np.uint16)), 255, id="16 bits"),
        pytest.param(Image.new("1", (4, 4), 1), 255, id="black and white"),
        pytest.param(Image.new("RGB", (4, 4), (0, 0, 0)), 0, id="colours"),
    ],
)
def test_pictures_of_all_kinds_become_grey(picture: Image.Image, level: int) -> None:
    assert set(np.asarray(to_grey(picture)).ravel().tolist()) == {level}
