"""Whatever is run and decided in whatever order: no decision is lost, and lists agree with what they list."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notula.models.decisions import Accept, Edit, ItemChanges, Reject
from notula.models.review import ItemList, ReviewedParty, ReviewState
from notula.models.review_views import FollowUpFilter, ItemFilter
from notula.pipeline.store import (
    decide,
    follow_up_page,
    get_item,
    meeting_view,
    owner_counts,
    queue,
    queue_length,
    reviewed_meetings,
    search,
)

WORDS = ("laporan debit", "pompa cadangan", "survei sumur warga", "pagu anggaran", "undangan rapat")
VERBS = ("Menyusun", "Menghitung", "Mengirim")

TODOS = st.lists(
    st.tuples(st.sampled_from(VERBS), st.sampled_from(WORDS), st.sampled_from(("Budi", "Sari", None)),
              st.sampled_from(("2023-05-05", "2023-06-01", None))),
    max_size=5, unique_by=lambda todo: todo[:2],
)  # fmt: skip
TITLES = st.sampled_from(("Rapat Air", "Rapat Air Bersih"))
RUN = st.tuples(st.just("run"), TODOS, TITLES, st.sampled_from(("aa", "bb")))
DECISION = st.tuples(st.sampled_from(("accept", "reject", "edit")), st.integers(0, 9))


def take(desk: Any, step: tuple[Any, ...], decided: dict[str, tuple[str, Any]]) -> None:
    """Run or decide; ``decided`` keeps what was decided by item."""
    if step[0] == "run":
        todos = [(f"{verb} {word}", owner, due) for verb, word, owner, due in step[1]]
        desk.run(desk.minutes(title=step[2], todos=todos, sha256=step[3]))
        return
    items = [item for item in desk.items() if item.list == ItemList.FOLLOW_UPS]
    if not items:
        return
    item = items[step[1] % len(items)]
    who = (ReviewedParty(name=f"Orang {len(decided)}"),)
    decision = {
        "accept": lambda: Accept(item_id=item.id, revision=item.revision),
        "reject": lambda: Reject(item_id=item.id, revision=item.revision),
        "edit": lambda: Edit(item_id=item.id, revision=item.revision, changes=ItemChanges(owners=who)),
    }[step[0]]()
    (now,) = decide(desk.store, decision, "Ani").items
    decided[item.id] = (now.state, [owner.name for owner in now.values.owners])


def check_lists(desk: Any) -> None:
    """See that counts, queue, search and charts agree with the items themselves."""
    for view in reviewed_meetings(desk.store):
        assert view == meeting_view(desk.store, view.summary.id)
        header = [] if view.summary.vanished and view.header.state == ReviewState.PENDING else [view.header]
        entries = [*header, *view.agenda, *view.agreements, *view.follow_ups]
        counts = view.summary.counts
        states = Counter(entry.state for entry in entries)
        assert counts.items == len(entries)
        assert [counts.pending, counts.accepted, counts.edited, counts.rejected] == [states[one] for one in ReviewState]
        assert counts.conflicts == sum(bool(entry.conflicts) for entry in entries)
        assert counts.vanished == sum(entry.vanished for entry in entries)
    follow_ups = [item for item in desk.items() if item.list == ItemList.FOLLOW_UPS]
    wanted = [item for item in follow_ups if item.state != ReviewState.REJECTED]
    waiting = {item.id for item in follow_ups if item.state == ReviewState.PENDING or item.conflicts}
    only = ItemFilter(lists=(ItemList.FOLLOW_UPS,))
    assert waiting <= {one.entry.id for one in queue(desk.store, only)}
    assert queue_length(desk.store, only) == len(queue(desk.store, only))
    assert follow_up_page(desk.store, FollowUpFilter(pending=True), today=date(2023, 5, 10)).total == len(wanted)
    owned = Counter(owner.name for item in wanted for owner in item.values.owners)
    assert owned == {one.owner: one.open for one in owner_counts(desk.store, today=date(2023, 5, 10)) if one.owner}
    for word in ("pompa", "debit"):
        hits = {hit.item_id for hit in search(desk.store, word, limit=99).hits if hit.list == ItemList.FOLLOW_UPS}
        assert hits == {item.id for item in follow_ups if word in item.values.text}


@given(st.lists(st.one_of(RUN, DECISION), max_size=9))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_runs_and_decisions_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, desk: Any, steps: list[tuple[Any, ...]]
) -> None:
    own = type(desk)(tmp_path_factory.mktemp("desk"))
    decided: dict[str, tuple[str, Any]] = {}
    for step in steps:
        take(own, step, decided)
        for item_id, (state, owners) in decided.items():
            now = get_item(own.store, item_id)
            assert (now.state, [owner.name for owner in now.values.owners]) == (state, owners)
        check_lists(own)
    assert own.store.rows("SELECT count(*) FROM log WHERE who = 'Ani'")[0][0] >= len(decided)
    own.store.close()
