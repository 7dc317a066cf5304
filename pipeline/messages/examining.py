"""What ``notula doctor`` says."""

EXAMINING: dict[str, tuple[str, str]] = {
    "doctor.help": (
        "periksa program bantu: OCR untuk hasil pindai, LibreOffice untuk .doc, .odt, dan .rtf",
        "examine what scans (OCR) and .doc, .odt and .rtf (LibreOffice) need",
    ),
    "doctor.json": ("keluaran JSON", "as JSON"),
    "doctor.found": ("ada", "found"),
    "doctor.missing": ("TIDAK ADA", "MISSING"),
    "doctor.ocr": ("membaca hasil pindai dan foto (OCR)", "reads scans and photos (OCR)"),
    "doctor.language": ("data OCR bahasa Indonesia", "OCR data for Indonesian"),
    "doctor.office": ("membaca .doc, .odt, dan .rtf", "reads .doc, .odt and .rtf"),
    "doctor.text_only": ("pengganti LibreOffice, teksnya saja", "substitute for LibreOffice, text only"),
    "doctor.password": ("membuka DOCX dan .doc berkata sandi", "opens DOCX and .doc with a password"),
    "doctor.complete": ("Semua program bantu terpasang.", "Everything is installed."),
    "doctor.incomplete": (
        "PDF, DOCX, dan teks biasa terbaca tanpa program di atas; yang lain memerlukan yang tidak ada.",
        "PDF, DOCX and plain text are read without these; the rest needs what is missing.",
    ),
}  # fmt: skip
