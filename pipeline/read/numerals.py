"""Counts as list markers show them."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_LETTERS = 780  # 30 times the same letter; longer runs would be an attack
_MOST_ROMAN = 3999


def numeral(count: int, style: str, pattern: str | None = None) -> str:
    """A count as a number format of ``w:numFmt`` shows it; formats of other scripts come as Arabic numerals."""
    if style == "none":
        return ""
    if style in ("lowerLetter", "upperLetter") and 0 < count <= _MOST_LETTERS:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman") and 0 < count <= _MOST_ROMAN:
        return roman(count).upper() if style == "upperRoman" else roman(count)
    if style == "decimalZero":
        return f"{count:02}"
    if style == "custom" and pattern:  # "001, 002, 003, ..."
        return str(count).zfill(min(len(pattern.split(",")[0].strip()), 9))
    return str(count)


def roman(count: int) -> str:
    """A count from 1 as a lower-case Roman numeral."""
    parts = []
    for value, sign in _ROMAN:
        parts.append(sign * (count // value))
        count %= value
    return "".join(parts)
