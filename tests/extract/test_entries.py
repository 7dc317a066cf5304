"""One entry of a list of parties."""

import pytest

from notula.models.minutes import PartyKind
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()
PARTS = ("honorific", "role", "organization", "remark", "alias")


def person(text: str) -> dict[str, str]:
    mention = parse_entry(text, LEXICON)
    assert mention is not None, text
    assert mention.kind is PartyKind.PERSON
    for part in ("name", *PARTS):
        place = getattr(mention, f"{part}_at")
        assert place is None or text[place.start : place.end] == getattr(mention, part)
    return {"name": mention.name} | {part: getattr(mention, part) for part in PARTS if getattr(mention, part)}


@pytest.mark.parametrize(
    "name",
    [
        "Rani", "Rani Lestari", "Drs. H. Amir, S.H., M.H.", "Rahman, S. Pd", "Cecilia, S.Pd.MM", "Wira, Ph.D",
        "dr. Wira, Sp.PK", "Lia, Amd.Keb",
        "Budi, S.T., M.P.P.", "Teguh, Ak., M.B.A.", "Amir, SE", "AMIR, SH, MH", "Tono S.Pd", "Rena S. Pd.",
        "Prof. Dr. Ida Bagus Wira, M.Si.",
        "KH. Fauzi", "R. Suryo", "Rr. Sekar, S.T.", "Ns. Fitri, S.Kep", "apt. Gita, S.Farm", "Yuli Br. Purba",
        "Amir bin Hasan", "Bagus H. S., S.Pd.",
        "Eka P.", "Devi Y.B", "AMIR, SH DT RAJO", "dr. Wira, Sp.PD-KGH, FINASIM", "M. Yusuf, A.Md.",
        "Ni Luh Wayan, S.Stat.", "Hj. Nur, S.E., M.Ak.", "Pnt. Elia Wangge", "Dkn. Rut Hede", "Sym. Rut Hede",
        "Pnr. Elia Wangge", "Amaq Senep", "Daeng Rani", "Lettu Inf. Wira Bakti",
        "Dr. techn. Gita Arum", "Dr. rer. nat. Gita Arum, M.Sc.", "Dr.-Ing. Gita Arum", "Dr. Eng. Gita Arum",
        "Letkol Inf. Bagus", "I Gusti Ngurah Wira", "Siti, S.Tr.Keb., Bdn.",
    ],
)  # fmt: skip
def test_name_with_titles_stays_whole(name: str) -> None:
    assert person(name)["name"] == name.removesuffix(", Bdn.")


@pytest.mark.parametrize(
    "honorific",
    ["Bapak", "Bpk.", "Pak", "Pa", "Ibu", "Bu", "Sdr.", "Sdri.", "Saudara", "Saudari", "Mas", "Mb", "Mbak", "Kang",
     "Teh", "Bang", "Uda", "Uni",
     "Ust.", "Yth.", "Yth. Bapak", "Bunda", "IBU", "Ko", "Koh", "Ci", "Gus", "Nyai", "Mang", "Pakde", "Mbah", "Eyang"],
)  # fmt: skip
def test_honorific_is_no_part_of_the_name(honorific: str) -> None:
    assert person(f"{honorific} Rani Lestari, S.H.") == {"name": "Rani Lestari, S.H.", "honorific": honorific}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ir. Laras, M.Sc. (Plt. Kepala Balai, Kemendag)",
            {"name": "Ir. Laras, M.Sc.", "role": "Plt. Kepala Balai", "organization": "Kemendag"},
        ),
        ("Rani – Kabid Data", {"name": "Rani", "role": "Kabid Data"}),
        ("Rani - Finance Officer, YLX", {"name": "Rani", "role": "Finance Officer", "organization": "YLX"}),
        ("Rani (online)", {"name": "Rani", "remark": "online"}),
        ("Rani (Kadiv Humas)", {"name": "Rani", "role": "Kadiv Humas"}),
        ("Rani - Kabid Data dan Pelaporan", {"name": "Rani", "role": "Kabid Data dan Pelaporan"}),
        ("Rani (Seknas OGI)", {"name": "Rani", "organization": "Seknas OGI"}),
        ("Rani (Rumah Inklusi)", {"name": "Rani", "organization": "Rumah Inklusi"}),
        ("Kepala UPT Pasar (Sdr. Toto)", {"name": "Toto", "honorific": "Sdr.", "role": "Kepala UPT Pasar"}),
        ("PPK Dinas Perhubungan : Ir. Yos", {"name": "Ir. Yos", "role": "PPK", "organization": "Dinas Perhubungan"}),
        (
            "MR = Maya Ratna (fasilitator), Yayasan Rawa",
            {"name": "Maya Ratna", "role": "fasilitator", "organization": "Yayasan Rawa", "alias": "MR"},
        ),
        ("Asisten (H. Mansur)", {"name": "H. Mansur", "role": "Asisten"}),
        ("Bidan Neneng", {"name": "Neneng", "role": "Bidan"}),
        ("Sekdes Joko Susilo", {"name": "Joko Susilo", "role": "Sekdes"}),
        ("Ketua BPD Markus Rante", {"name": "Markus Rante", "role": "Ketua BPD"}),
        ("Kapolsek Aiptu Wira", {"name": "Aiptu Wira", "role": "Kapolsek"}),
        ("Waka Kurikulum – Ibu Rini", {"name": "Rini", "honorific": "Ibu", "role": "Waka Kurikulum"}),
        (
            "Rini, M.Pd, Kepala Bidang Data, Bappeda",
            {"name": "Rini, M.Pd", "role": "Kepala Bidang Data", "organization": "Bappeda"},
        ),
        ("Toni, S.T. : Ketua Pokja 4", {"name": "Toni, S.T.", "role": "Ketua Pokja 4"}),
        ("Toni\tManajer", {"name": "Toni", "role": "Manajer"}),
        ("H. Sobari, SE/Fraksi Maju", {"name": "H. Sobari, SE", "organization": "Fraksi Maju"}),
        ("Puspa, S.IP., dari Sekretariat Forum", {"name": "Puspa, S.IP.", "organization": "Sekretariat Forum"}),
        ("Pa Asep selaku manajer", {"name": "Asep", "honorific": "Pa", "role": "manajer"}),
        ("Asep Surya, jabatan Manajer Umum", {"name": "Asep Surya", "role": "Manajer Umum"}),
        ("Kepala Bappeda Ir. Salim", {"name": "Ir. Salim", "role": "Kepala Bappeda"}),
        (
            "Deputi Bidang Pangan, Kehutanan, dan Perikanan, Dr. Surya, M.A.",
            {"name": "Dr. Surya, M.A.", "role": "Deputi Bidang Pangan, Kehutanan, dan Perikanan"},
        ),
        ("Farmasi (apt. Gita)", {"name": "apt. Gita", "organization": "Farmasi"}),
        ("Toni – Pejabat Pembuat Komitmen (PPK)", {"name": "Toni", "role": "Pejabat Pembuat Komitmen (PPK)"}),
        ("Sr. Yasinta (Ka. Ruang Anak)", {"name": "Sr. Yasinta", "role": "Ka. Ruang Anak"}),
        ("1. Rani (Ketua)", {"name": "Rani", "role": "Ketua"}),
        ("Bendahara panitia Budi Salim", {"name": "Budi Salim", "role": "Bendahara panitia"}),
        ("Wakil ketua pengurus Siti Ambar", {"name": "Siti Ambar", "role": "Wakil ketua pengurus"}),
        ("Rani (RN)", {"name": "Rani", "alias": "RN"}),
        ("Rani (TU)", {"name": "Rani", "organization": "TU"}),
        ("Rani (Kabid, izin)", {"name": "Rani", "role": "Kabid", "remark": "izin"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_office_and_body(text: str, expected: dict[str, str]) -> None:
    assert person(text) == expected


@pytest.mark.parametrize(
    "remark",
    [
        "telat",
        "izin",
        "via zoom",
        "sakit",
        "cuti melahirkan",
        "menggantikan Bu Tini",
        "tanpa keterangan",
        "dinas luar",
        "lanjut ke pos 2",
    ],
)
def test_remark_is_no_office(remark: str) -> None:
    assert person(f"Pak Gani ({remark})") == {"name": "Gani", "honorific": "Pak", "remark": remark}


@pytest.mark.parametrize(
    ("text", "kind", "name", "part"),
    [
        ("Dinas PUPR (2 orang)", PartyKind.ORGANIZATION, "Dinas PUPR", ("remark", "2 orang")),
        ("Kantor Data Kota (KDK)", PartyKind.ORGANIZATION, "Kantor Data Kota (KDK)", ("role", None)),
        ("Pusat Data (Pusdat) Kemensos", PartyKind.ORGANIZATION, "Pusat Data (Pusdat) Kemensos", ("role", None)),
        ("Konsultan Perencana : PT Karya", PartyKind.ORGANIZATION, "PT Karya", ("role", "Konsultan Perencana")),
        ("Pak Direktur", PartyKind.GROUP, "Direktur", ("honorific", "Pak")),
        ("Kepala Bidang Data (Bappeda)", PartyKind.GROUP, "Kepala Bidang Data", ("organization", "Bappeda")),
        ("Kepala Bappeda selaku Koordinator Forum", PartyKind.GROUP, "Kepala Bappeda", ("role", "Koordinator Forum")),
        ("Wakil Mutu (WM)", PartyKind.GROUP, "Wakil Mutu (WM)", ("organization", None)),
        ("Inspektorat II.", PartyKind.ORGANIZATION, "Inspektorat II", ("role", None)),
    ],
)
def test_other_parties(text: str, kind: PartyKind, name: str, part: tuple[str, str | None]) -> None:
    mention = parse_entry(text, LEXICON)
    assert mention is not None
    assert (mention.kind, mention.name, getattr(mention, part[0])) == (kind, name, part[1])


@pytest.mark.parametrize("text", ["", "  ", " , "])
def test_nothing_is_no_party(text: str) -> None:
    assert parse_entry(text, LEXICON) is None


@pytest.mark.parametrize(("text", "name"), [("Kapus sendiri", "Kapus"), ("Kasun Sidomukti", "Kasun Sidomukti")])
def test_an_office_that_does_it_itself(text: str, name: str) -> None:
    mention = parse_entry(text, LEXICON)
    assert mention is not None and (mention.kind, mention.name) == (PartyKind.GROUP, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mas (yang kos di rumah Bu Yati)", "Mas (yang kos di rumah Bu Yati)"),
        ("Bu (warga baru, blok C)", "Bu (warga baru, blok C)"),
        ("Mas Yoga (blok C)", "Yoga"),
        ("Ibu (izin)", "Ibu"),
    ],
)
def test_somebody_whose_name_is_not_known(text: str, name: str) -> None:
    mention = parse_entry(text, LEXICON)
    assert mention is not None
    assert (mention.name, mention.kind) == (name, PartyKind.PERSON)
