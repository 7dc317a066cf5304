"""The patterns of what stands around a point in time, made from the words of a lexicon."""


from notula.pipeline.extract.dates_grammar import alternatives, pattern, words_of
from notula.pipeline.lexicon import Lexicon


class ContextPatterns:
    """What makes a point a deadline or not; a ``*_tail`` ends where the point or its words of time begin."""

    def __init__(self, lexicon: Lexicon) -> None:
        due, words = lexicon.calendar.due, lexicon.calendar.words
        limits = (*due.limit, *due.limit_nouns, *due.ceiling)
        quiet = alternatives([*due.announce, *due.finish])
        loud = alternatives([*limits, *due.before, *due.until, *due.within, *due.soft])
        zones = alternatives(lexicon.calendar.zones)
        time = lexicon.calendar.time
        clock = (
            rf"(?:{alternatives(time.words)}\.?\s*\d{{1,2}}(?:[.:]\d\d)?(?:\s*{zones})?|{alternatives(time.prayers)}"
            rf"|\d{{1,2}}(?:[.:]\d\d)?\s*{alternatives([*time.am, *time.pm])})"
        )
        handed = rf"di(?:{'|'.join(due.handing)})[a-z]*"
        self.left = pattern(
            rf"(?<!\w)(?P<quiet>(?:{quiet}(?!\w)\s*[:=]?\s*)*)(?P<loud>(?:(?:{loud}|{clock})(?!\w)\s*[.:=]?\s*)*)$"
        )
        self.far_limit = pattern(rf"(?<!\w)(?P<limit>{alternatives(limits)})(?!\w)(?:\s+[^\W\d]+){{1,4}}\s+$")
        self.limit = pattern(words_of([*limits, *due.before]))
        self.limit_head = pattern(rf"\s+{alternatives(due.limit)}(?!\w)\s*(?:$|[).,;!])")  # "Sabtu paling lambat"
        self.finish_tail = pattern(rf"{words_of(due.finish)}\s*$")
        self.announce = pattern(words_of(due.announce))
        self.times_tail = pattern(rf"{words_of(due.times)}\s*$")
        self.strict = pattern(words_of([*limits, *due.before, *due.announce]))
        self.within = pattern(words_of(due.within))
        self.until = pattern(words_of(due.until))
        self.before_tail = pattern(rf"{words_of(due.before)}\s*(?:{alternatives(due.soft)}\s*)*$")
        self.limited_tail = pattern(rf"{words_of([*limits, *due.until])}\s+(?:{alternatives(due.soft)}\s+)?$")
        months = (name for names in lexicon.calendar.months.values() for name in names)
        self.month_tail = pattern(rf"{words_of(months)}\.?\s*(?:20\d\d\s*)?$")
        self.place = pattern(words_of([*due.place, *words.today_end]))
        self.over_head = pattern(rf"\s+{alternatives(words.over)}(?!\w)")
        self.closing_head = pattern(rf"\s+{alternatives(words.particles)}(?!\w)\s*(?:$|[).,;!|])")
        self.at_hand_tail = pattern(
            rf"{alternatives(due.past)}\s+(?:ada\s+)?{alternatives(due.at_hand)}(?:\s+[\w.]+){{0,3}}\s+$"
        )
        self.start_tail = pattern(rf"{words_of(due.start)}\s*[:=]?\s*$")
        self.begun_tail = pattern(rf"{words_of(due.start)}(?:\s+[^\W\d]+){{1,2}}\s+$")  # "mulai mengecat Kamis"
        self.spanned_tail = pattern(rf"{words_of(due.spanned)}\s*$")
        self.since_tail = pattern(rf"{words_of(due.since)}\s*$")
        self.around_tail = pattern(rf"{words_of(words.around)}\s*$")
        either = alternatives(words.either)
        self.either_tail = pattern(rf"\d\s*(?:/|{either})\s*$|(?<!\w){either}\s*$")
        self.past = pattern(words_of(due.past))
        self.past_lifted = pattern(words_of(due.past_lifted))
        self.reason = pattern(words_of(due.reasons))
        self.clock_head = pattern(
            rf"\s*,?\s*(?:{alternatives(due.before)}\s+)?{alternatives(lexicon.calendar.time.words)}\.?\s*\d"
        )
        self.finish = pattern(words_of(due.finish))
        self.done_head = pattern(
            rf"\s+(?:{alternatives(due.past)}\s+)?{alternatives(due.finish)}(?!\w)\s*(?:$|[).,;])"
            rf"|\s+{handed}(?!\w)"
        )
        self.must_head = pattern(
            rf"\s+(?:{alternatives([*due.past, *due.must])}\s+)+"
            rf"(?:{alternatives([*due.finish, *due.there])}(?!\w)|{handed})"
            rf"|\s+(?:{alternatives(due.past)}\s+)?{alternatives(due.must)}\s+(?:{alternatives(due.past)}\s+)?"
            rf"(?:{'|'.join(due.handing)})(?!\w)"
        )
        self.measured_tail = pattern(rf"{words_of(due.measured)}(?:\s+[^\W\d]+){{0,3}}\s+$")
        self.relative_tail = pattern(rf"{words_of(due.relative)}(?:\s+[\w/-]+){{0,3}}\s+$")
        self.about = pattern(words_of(due.about))
        self.happening_tail = pattern(rf"{words_of(due.happenings)}\s+$")
        self.occasion_tail = pattern(rf"{words_of(due.place)}\s+[^\W\d]+\s+$")
        self.handed_tail = pattern(rf"[,;]\s*(?:[^\W\d]+\s+)?{handed}\s+(?:(?:ke|kepada|pada)\s+[\w.]+\s+){{0,2}}$")
        self.meeting_tail = pattern(
            rf"{words_of([*due.place, *due.within])}\s+{alternatives(due.meetings)}\s+"
            rf"(?P<which>(?:(?!bulanan|rutin)[a-z]+\s+){{1,2}})?$"
        )
        self.number_tail = pattern(r"(?<!\w)(?:nomor|no)(?:[\s.:]+|(?=\d))\S+\s*$")


_LASTS = ("hari", "malam", "minggu", "pekan", "bulan")  # how long something takes is counted in
_REASONS = ("untuk", "utk", "guna", "karena", "krn", "demi", "selama", "sementara")  # behind what is done


class EventPatterns:
    """How a line names what it dates; a ``*_tail`` ends where the date begins, but ``held_tail``."""

    def __init__(self, lexicon: Lexicon) -> None:
        due, time = lexicon.calendar.due, lexicon.calendar.time
        limits = (*due.limit, *due.limit_nouns, *due.ceiling)
        never = alternatives([*limits, *due.before, *due.until, *due.announce, *due.since, *due.finish])
        not_held = "".join(rf"(?<!{word})" for word in due.held)  # "Rapat diadakan untuk ..." tells what for
        comes = alternatives(due.comes)
        self.comes = pattern(rf"\s{comes}(?!\w)")
        self.done_clause = pattern(
            rf"(?P<what>[^\W\d_].*?)(?:\s+{alternatives(due.scheduled)})*\s+(?P<verb>di[a-z]{{4,}}|{comes}(?!\w))"
            rf"(?:\s+(?:{alternatives(due.towards)})\s.*|{not_held}\s+(?:{alternatives(_REASONS)})\s.*"
            rf"|(?<=kan)(?:\s+[\w/]+){{1,2}})?$"
        )
        set_for = alternatives([*due.scheduled, *due.soft, "mulai", "terhitung mulai"])
        self.scheduled_tail = pattern(rf"(?<!\w)(?:{set_for}\s*[:,]?\s*)+$")
        # "Ujian berjalan lima hari dari Senin, 5 Mei": the day that it begins on.
        self.begun_tail = pattern(
            rf"(?<=\w)\s+{alternatives(due.held)}(?:\s+(?:selama\s+)?[\w-]+\s+{alternatives(_LASTS)})?"
            rf"\s+(?:dari|sejak|mulai|terhitung)(?:\s+{alternatives(due.soft)})*\s*$"
        )
        self.held_tail = pattern(rf"(?<=\w)\s+(?:(?:akan|kembali|tetap)\s+)*{alternatives(due.held)}(?!\w)")
        feasts = alternatives(name for names in lexicon.calendar.feasts.values() for name in names)
        self.feast = pattern(
            rf"(?P<name>{feasts})(?!\w)(?:\s+(?:ke-?\s?\d+|(?:tahun\s+)?(?P<year>(?:19|20)\d\d)))?"
        )
        self.main = pattern(rf"{alternatives(due.main)}(?!\w).*|h(?:\s+{alternatives(due.generic)})?")
        self.plain = pattern(rf"(?:hari\s+)?{alternatives(due.prepared)}")  # "Acara tetap Minggu 5 Mei"
        self.happening = pattern(rf"\W*(?:(?:rencana|persiapan|agenda)\s+)?{alternatives(due.happenings)}(?!\w)")
        scheduled = alternatives(due.scheduled)
        self.along_with = pattern(
            rf"(?:\s+(?:{scheduled}|dipaskan|dibarengkan|disesuaikan))*\s+(?:bertepatan|bersamaan|berbarengan|bareng)"
            rf"(?:\s+(?:dengan|dgn))?\s+(?:[^\W\d]+\s+){{1,6}}$"
        )
        self.over = pattern(alternatives(set(due.ended) & set(due.since)))
        self.over_tail = pattern(
            rf"(?<!\w){alternatives(set(due.ended) & set(due.since))}\s+(?:(?:pada|tanggal|tgl|per)\.?\s+)*$"
        )
        self.ended_tail = pattern(rf"{words_of(due.ended)}\s*(?:(?:pada|tanggal|tgl|per)\.?\s+)*$")
        part = alternatives([*time.morning, *time.midday, *time.evening])
        self.there_is = pattern(
            rf"(?:\s+{part})?\s+(?:{alternatives(due.scheduled)}\s+)?"
            rf"{alternatives((*due.there_is, *due.held))}\s+(?=\w)"
        )
        self.limit_tail = pattern(rf"(?<!\w){never}(?!\w)\s*$")
