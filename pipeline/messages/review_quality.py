"""The review page: how well minutes are read, by what reviewers decided."""

REVIEW_QUALITY: dict[str, tuple[str, str]] = {
    "page.quality": ("Mutu pembacaan", "How well minutes are read"),
    "page.quality_about": (
        "Dari {count} rapat yang terakhir ditinjau: yang Anda terima dianggap benar.",
        "Of the {count} meetings reviewed last: what reviewers accepted counts as right.",
    ),
    "page.quality_ready": ("Tindak lanjut siap pakai", "Follow-ups ready to use"),
    "page.quality_field": ("Isian", "Field"),
    "page.quality_precision": ("Presisi: yang dibaca dan benar", "Precision: read and right"),
    "page.quality_recall": ("Perolehan: yang ada dan terbaca", "Recall: there and read"),
    "page.quality_promised": ("Keyakinan rata-rata", "Mean confidence"),
    "page.quality_count": ("Jumlah", "Count"),
}
