import codecs
from pathlib import Path
from typing import Any

import pytest

from notula.models.minutes import PartyKind
from notula.pipeline.errors import UsageError
from notula.pipeline.handover.owners import NOBODY, Owners, read_lines, read_owners, template
from notula.pipeline.handover.rows import unmapped

Kit = Any


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "owners.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("party,target,user\nDinas PU,jira,pu@x.id\n", id="commas"),
        pytest.param("party;target;user\r\nDinas PU;jira;pu@x.id\r\n", id="semicolons"),
        pytest.param("user\ttarget\tparty\npu@x.id\tjira\tDinas PU\n", id="tabs, another order"),
        pytest.param(codecs.BOM_UTF8 + b"party,target,user\nDinas PU,jira,pu@x.id\n", id="BOM"),
        pytest.param("Party, Target, User, Note\n DINAS  pu , Jira , pu@x.id ,x\n\n", id="case, spaces, other columns"),
    ],
)
def test_a_users_file_is_read(text: str | bytes, kit: Kit, tmp_path: Path) -> None:
    owners = read_owners(written(tmp_path, text))
    assert owners.find(kit.party("Dinas PU"), "jira") == "pu@x.id"
    assert owners.find(kit.party("Dinas PU"), "gitlab") is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("party,user\na,b\n", "target", id="no column"),
        pytest.param("", "party, target, user", id="empty"),
        pytest.param(b"party,target,user\n\xff,a,b\n", "UTF-8", id="not UTF-8"),
        pytest.param("party,target,user\na,jira,b\nA,jira,c\n", "beberapa pengguna", id="two users"),
    ],
)
def test_what_cannot_be_used_is_told(text: str | bytes, word: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        read_owners(written(tmp_path, text))
    assert word in told.value.message("id")


def test_the_targets_own_line_goes_before_one_for_all(kit: Kit) -> None:
    owners = Owners([("Dinas PU", "*", "all"), ("Dinas PU", "jira", "own"), ("Dinas PU", "todoist", "")])
    found = [owners.find(kit.party("Dinas PU"), target) for target in ("jira", "redmine", "todoist")]
    assert found == ["own", "all", "all"]


@pytest.mark.parametrize("names", [{"canonical_name": "Dinas Pekerjaan Umum"}, {"aliases": ("Dinas Pekerjaan Umum",)}])
def test_a_party_is_found_by_its_other_names(names: dict[str, Any], kit: Kit) -> None:
    owners = Owners([("dinas pekerjaan umum", "", "pu")])
    assert owners.find(kit.party("Dinas PU", **names), "jira") == "pu"


@pytest.mark.parametrize("near", ["Dinas P", "Dinas PUPR", "Dinas", ""])
def test_nobody_is_guessed(near: str, kit: Kit) -> None:
    assert Owners([("Dinas PU", "*", "pu")]).find(kit.party(near), "jira") is None


def test_a_template_can_be_read_again(tmp_path: Path) -> None:
    lines = [("=CMD()", "jira", ""), ("Dinas; \"PU\"\nUnit B", "jira", "a@b.id"), ("Bappeda", "*", NOBODY)]
    path = written(tmp_path, template(lines))
    assert path.read_bytes().startswith(codecs.BOM_UTF8) and b"'=CMD()" in path.read_bytes()
    assert read_lines(path) == lines


def test_unmapped_owners_are_counted_by_their_long_name(kit: Kit) -> None:
    long = kit.party("PU", canonical_name="Dinas PU")
    items = [kit.item(1, owners=(long, kit.party("Bappeda"))), kit.item(2, owners=(long,))]
    assert unmapped(items, Owners([("Bappeda", "*", NOBODY)]), "jira") == {"Dinas PU": 2}


# --- on rows ----------------------------------------------------------------------------------------------------------


def test_a_row_has_the_users_of_its_owners(kit: Kit) -> None:
    item = kit.item(1, owners=(kit.party("Dinas PU"), kit.party("Bappeda")))
    owners = Owners([("Dinas PU", "*", "pu"), ("Bappeda", "*", NOBODY)])
    wanted = kit.wanted([item], owners=owners, needs_account=True)
    assert [(owner.name, owner.user) for owner in wanted.batch.follow_ups[0].owners] == [
        ("Dinas PU", "pu"),
        ("Bappeda", None),
    ]
    assert not wanted.blocks


def test_a_person_whose_name_is_left_out_needs_no_user(kit: Kit) -> None:
    item = kit.item(1, owners=(kit.party("Ratna Kusuma", PartyKind.PERSON),))
    owners = Owners([("Ratna Kusuma", "*", "ratna@x.id")])
    wanted = kit.wanted([item], owners=owners, needs_account=True, anonymous=True)
    assert wanted.batch.follow_ups[0].owners[0].user is None and not wanted.blocks
