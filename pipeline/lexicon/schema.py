"""The form of each word list: one model per TOML file of this folder.

Lists may only be extended and tables only be added to by a user's overlay (same table names in one file).
"""

import itertools
from typing import Annotated

from pydantic import Field

from notula.models.base import Model


class NumberWords(Model):
    """Number words: digits, scales (puluh, ratus, ribu), the teen word, the prefix for one, ordinals."""

    digits: dict[str, int]
    scales: dict[str, int]
    teen: str
    one: str
    ordinals: tuple[str, ...]


class DateWords(Model):
    """What stands around a date: words for date, day, week, month, year, ranges, parts of a period."""

    date: tuple[str, ...]
    day: tuple[str, ...]
    week: tuple[str, ...]
    weekend: tuple[str, ...]
    month: tuple[str, ...]
    year: tuple[str, ...]
    hour: tuple[str, ...]
    working: tuple[str, ...]
    calendar: tuple[str, ...]
    until: tuple[str, ...]
    also: tuple[str, ...]
    either: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    before_this: tuple[str, ...]
    before_next: tuple[str, ...]
    tomorrow: tuple[str, ...]
    day_after: tuple[str, ...]
    today: tuple[str, ...]
    today_later: tuple[str, ...]
    today_end: tuple[str, ...]
    week_end: tuple[str, ...]
    month_end: tuple[str, ...]
    year_end: tuple[str, ...]
    eve: tuple[str, ...]
    later: tuple[str, ...]
    particles: tuple[str, ...]
    emphasis: tuple[str, ...]
    begin: tuple[str, ...]
    middle: tuple[str, ...]
    closing: tuple[str, ...]
    over: tuple[str, ...]
    end: tuple[str, ...]
    quarter: tuple[str, ...]
    semester: tuple[str, ...]
    budget_year: tuple[str, ...]
    moved: tuple[str, ...]
    around: tuple[str, ...]
    not_date: tuple[str, ...]


class TimeWords(Model):
    """Words of a time of day: before it, open ends, prayers, parts of the day, what makes a number no time."""

    words: tuple[str, ...]
    loose_words: tuple[str, ...]
    open_end: tuple[str, ...]
    prayers: tuple[str, ...]
    prayer_after: tuple[str, ...]
    prayer_before: tuple[str, ...]
    prayer: tuple[str, ...]
    morning: tuple[str, ...]
    midday: tuple[str, ...]
    evening: tuple[str, ...]
    half: tuple[str, ...]
    past_hour: tuple[str, ...]
    minute: tuple[str, ...]
    am: tuple[str, ...]
    pm: tuple[str, ...]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    not_hour: tuple[str, ...]


class DueWords(Model):
    """Words of a deadline: limits, starts, repetition, conditions, anchors, and what makes a date no deadline."""

    limit: tuple[str, ...]
    limit_nouns: tuple[str, ...]
    ceiling: tuple[str, ...]
    before: tuple[str, ...]
    until: tuple[str, ...]
    within: tuple[str, ...]
    announce: tuple[str, ...]
    finish: tuple[str, ...]
    must: tuple[str, ...]
    there: tuple[str, ...]
    handing: tuple[str, ...]
    shown: tuple[str, ...]
    at_hand: tuple[str, ...]
    soft: tuple[str, ...]
    place: tuple[str, ...]
    start: tuple[str, ...]
    since: tuple[str, ...]
    spanned: tuple[str, ...]
    every: tuple[str, ...]
    once: tuple[str, ...]
    times: tuple[str, ...]
    measured: tuple[str, ...]
    about: tuple[str, ...]
    relative: tuple[str, ...]
    attached: tuple[str, ...]
    rates: tuple[str, ...]
    day_h: tuple[str, ...]
    vague: tuple[str, ...]
    not_vague: tuple[str, ...]
    meanwhile: tuple[str, ...]
    conditions: tuple[str, ...]
    not_conditions: tuple[str, ...]
    after: tuple[str, ...]
    since_event: tuple[str, ...]
    ahead: tuple[str, ...]
    running: tuple[str, ...]
    meetings: tuple[str, ...]
    sessions: tuple[str, ...]
    assemblies: tuple[str, ...]
    ending: tuple[str, ...]
    closing: tuple[str, ...]
    closing_this: tuple[str, ...]
    records: tuple[str, ...]
    signing: tuple[str, ...]
    now: tuple[str, ...]
    following: tuple[str, ...]
    past: tuple[str, ...]
    past_lifted: tuple[str, ...]
    reasons: tuple[str, ...]
    described: tuple[str, ...]
    phrase_stops: tuple[str, ...]
    scheduled: tuple[str, ...]
    held: tuple[str, ...]
    comes: tuple[str, ...]
    there_is: tuple[str, ...]
    main: tuple[str, ...]
    prepared: tuple[str, ...]
    happenings: tuple[str, ...]
    ended: tuple[str, ...]
    towards: tuple[str, ...]
    generic: tuple[str, ...]
    small: tuple[str, ...]
    blank: tuple[str, ...]


class SharedWords(Model):
    """Words of a deadline said once for a list: what its tasks are called, which of them, and what may stand around."""

    all: tuple[str, ...]
    each: tuple[str, ...]
    work: tuple[str, ...]
    collected: tuple[str, ...]
    whereto: tuple[str, ...]
    lists: tuple[str, ...]
    tasks: tuple[str, ...]
    others: tuple[str, ...]
    lacking: tuple[str, ...]
    stating: tuple[str, ...]
    excepting: tuple[str, ...]
    apart: tuple[str, ...]
    whereas: tuple[str, ...]
    limits: tuple[str, ...]
    also: tuple[str, ...]
    until: tuple[str, ...]
    filler: tuple[str, ...]


class Calendar(Model):
    """``calendar.toml``: months, weekdays (ISO numbers), number words, times, zones and the words of deadlines."""

    months: dict[Annotated[int, Field(ge=1, le=12)], tuple[str, ...]]
    misread_months: dict[Annotated[int, Field(ge=1, le=12)], tuple[str, ...]]
    english_months: tuple[str, ...]
    weekdays: dict[Annotated[int, Field(ge=1, le=7)], tuple[str, ...]]
    feasts: dict[Annotated[str, Field(pattern=r"^\d\d-\d\d$")], tuple[str, ...]]
    numbers: NumberWords
    words: DateWords
    time: TimeWords
    zones: dict[str, tuple[str, ...]]
    due: DueWords
    shared: SharedWords

    @property
    def weekday_names(self) -> tuple[str, ...]:
        """The names of all weekdays, in every spelling."""
        return tuple(name for names in self.weekdays.values() for name in names)


class Spelling(Model):
    """What the tokenizer, the sentence splitter and the verb finder have to know; a table of ``titles.toml``."""

    abbreviations: tuple[str, ...]
    numbered: tuple[str, ...]
    lettered: tuple[str, ...]
    closing_abbreviations: tuple[str, ...]
    sentence_openers: tuple[str, ...]
    slashed: tuple[str, ...]
    not_verbs: tuple[str, ...]
    verbs_in_i: tuple[str, ...]
    not_in_kan: tuple[str, ...]


class Titles(Model):
    """``titles.toml``: honorifics, academic degrees, words that head a role or a collective."""

    honorifics: tuple[str, ...]
    titles: tuple[str, ...]
    particles: tuple[str, ...]
    degrees: tuple[str, ...]
    acting: tuple[str, ...]
    roles: tuple[str, ...]
    role_tails: tuple[str, ...]
    functions: tuple[str, ...]
    collectives: tuple[str, ...]
    crowds: tuple[str, ...]
    shared_heads: tuple[str, ...]
    headed: dict[str, str]
    remarks: tuple[str, ...]
    counters: tuple[str, ...]
    fillers: tuple[str, ...]
    list_labels: tuple[str, ...]
    absent_labels: tuple[str, ...]
    not_words: tuple[str, ...]
    able_words: tuple[str, ...]
    present_words: tuple[str, ...]
    from_words: tuple[str, ...]
    as_words: tuple[str, ...]
    office_words: tuple[str, ...]
    language: Spelling


class Institution(Model):
    """A body: its full name, abbreviations, other spellings; ``now`` is today's name where it was renamed or merged."""

    name: str
    abbreviations: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    now: str | None = None


class Institutions(Model):
    """``institutions.toml``: the registry of Indonesian institutions and the words that head an organisation.

    ``registry`` holds single bodies, ``local`` kinds of bodies that many places have one of, ``forms`` the heads that
    a body is often named without.
    """

    heads: tuple[str, ...]
    forms: tuple[str, ...]
    teams: tuple[str, ...]
    tails: tuple[str, ...]
    topics: tuple[str, ...]
    registry: tuple[Institution, ...]
    local: tuple[Institution, ...]


class ReportWords(Model):
    """Words of what is done, being done and planned, in titles of the parts of a report."""

    done: tuple[str, ...]
    doing: tuple[str, ...]
    plan: tuple[str, ...]
    going: tuple[str, ...]
    process: tuple[str, ...]
    told: tuple[str, ...]
    meant: tuple[str, ...]
    past: tuple[str, ...]
    now: tuple[str, ...]
    ahead: tuple[str, ...]
    title_done: tuple[str, ...]
    title_plan: tuple[str, ...]


class Headings(Model):
    """``headings.toml``: wordings of section headings by section kind."""

    generic: tuple[str, ...]
    earlier: tuple[str, ...]
    previous: tuple[str, ...]
    qualifiers: tuple[str, ...]
    whole: tuple[str, ...]
    valued: tuple[str, ...]
    orders: tuple[str, ...]
    relative: tuple[str, ...]
    must: tuple[str, ...]
    settled: tuple[str, ...]
    gathered: tuple[str, ...]
    decisions: tuple[str, ...]
    decisions_behind: tuple[str, ...]
    decided: tuple[str, ...]
    work: tuple[str, ...]
    each: tuple[str, ...]
    acts: tuple[str, ...]
    dealt: tuple[str, ...]
    chores: tuple[str, ...]
    dealt_behind: tuple[str, ...]
    dealt_until: tuple[str, ...]
    follow_ups: tuple[str, ...]
    agreements: tuple[str, ...]
    results: tuple[str, ...]
    discussion: tuple[str, ...]
    agenda: tuple[str, ...]
    attendees: tuple[str, ...]
    absent: tuple[str, ...]
    closing: tuple[str, ...]
    other: tuple[str, ...]
    forms: dict[str, tuple[str, ...]]
    report: ReportWords


class Labels(Model):
    """``labels.toml``: labels of header fields and of table columns, and words of who has which part in a task."""

    optional: tuple[str, ...]
    offices: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]
    bare: dict[str, tuple[str, ...]]
    columns: dict[str, tuple[str, ...]]
    duties: dict[str, tuple[str, ...]]


class Names(Model):
    """``names.toml``: given names that are common enough to tell a person by."""

    given: frozenset[str]


class Cues(Model):
    """``cues.toml``: words that agree, commit, instruct, hope or report."""

    genre: tuple[str, ...]
    meeting: tuple[str, ...]
    place_head: tuple[str, ...]
    online: tuple[str, ...]
    onsite: tuple[str, ...]
    agree: tuple[str, ...]
    agree_first: tuple[str, ...]
    agree_subject: tuple[str, ...]
    reject: tuple[str, ...]
    unanimous: tuple[str, ...]
    not_agreed: tuple[str, ...]
    commit: tuple[str, ...]
    ask: tuple[str, ...]
    weak: tuple[str, ...]
    possible: tuple[str, ...]
    hope: tuple[str, ...]
    negative: tuple[str, ...]
    done: tuple[str, ...]
    doing: tuple[str, ...]
    status_done: tuple[str, ...]
    status_open: tuple[str, ...]
    status_doing: tuple[str, ...]
    promise: tuple[str, ...]
    report: tuple[str, ...]
    state: tuple[str, ...]
    lead_in: tuple[str, ...]
    lead_about: tuple[str, ...]
    lead_said: tuple[str, ...]
    lead_pointing: tuple[str, ...]
    owner_label: tuple[str, ...]
    owner_office: tuple[str, ...]
    recipient_before: tuple[str, ...]
    with_others: tuple[str, ...]
    no_owner: tuple[str, ...]
    no_task: tuple[str, ...]
    collective: tuple[str, ...]
    task: tuple[str, ...]
    told_before: tuple[str, ...]
    pronouns: tuple[str, ...]
    tellers: tuple[str, ...]
    bare_task: tuple[str, ...]
    noun_act: tuple[str, ...]
    handed_in: tuple[str, ...]
    noun_act_head: tuple[str, ...]
    handled: tuple[str, ...]
    sign: tuple[str, ...]
    things: tuple[str, ...]
    things_named: tuple[str, ...]
    members: tuple[str, ...]
    persons: tuple[str, ...]
    common: tuple[str, ...]

    @property
    def lead_ins(self) -> tuple[str, ...]:
        """What a sentence may begin with, and all that points back at something said ("atas usul itu")."""
        back = itertools.product(self.lead_about, self.lead_said, self.lead_pointing)
        return (*self.lead_in, *(" ".join(words) for words in back))
