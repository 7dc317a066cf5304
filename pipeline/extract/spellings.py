"""The spellings of a document's parties, kept so that each is found by one look-up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from notula.pipeline.extract.names import bare_name
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold


@dataclass(slots=True)
class Group:
    """Spellings of one party; ``party`` is False where they may be a thing's ("Rencana Aksi Nasional (RAN)")."""

    spellings: list[str] = field(default_factory=list)
    canonical: str | None = None
    party: bool = True


class People:
    """The people of the attendance list by the words of their names."""

    def __init__(self, names: Iterable[str], lexicon: Lexicon) -> None:
        self._words = {name: fold(bare_name(name, lexicon)).split() for name in names}
        self._by_first: dict[str, list[str]] = {}
        self._by_word: dict[str, list[str]] = {}
        for name, words in self._words.items():
            for word in words[:1]:
                self._by_first.setdefault(word, []).append(name)
            for word in dict.fromkeys(words):
                self._by_word.setdefault(word, []).append(name)

    def __bool__(self) -> bool:
        return bool(self._words)

    @property
    def words(self) -> Iterable[str]:
        """The words of all names, folded."""
        return self._by_word.keys()

    def __contains__(self, name: str | None) -> bool:
        return name in self._words

    def meant(self, words: list[str]) -> Iterator[list[str]]:
        """Whom a name of these words may mean: those called just so, those whose names begin so, those who have it."""
        if not words:
            return
        alike = self._by_first.get(words[0], [])
        yield [name for name in alike if self._words[name] == words]
        yield [name for name in alike if _begins(words, self._words[name])]
        yield self._by_word.get(words[0], []) if len(words) == 1 and len(words[0]) > 2 else []


def _begins(words: list[str], own: list[str]) -> bool:
    return words == own[: len(words)] or (len(words) > 1 and set(words) <= set(own))


class Groups:
    """Groups in the order they were found, and the first that has a spelling."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        self._at: dict[str, int] = {}

    def first(self, spellings: Iterable[str]) -> int | None:
        """Where the first group stands that has one of these spellings; None where none has."""
        return min((self._at[key] for spelling in spellings if (key := fold(spelling)) in self._at), default=None)

    def add(self, spellings: list[str], canonical: str | None, *, party: bool) -> None:
        """Adds spellings to the group that has one of them, or as a new group."""
        at = self.first(spellings)
        if at is None:
            self.append(Group(list(dict.fromkeys(spellings)), canonical, party))
            return
        group = self.all[at]
        group.canonical, group.party = group.canonical or canonical, group.party or party
        self.extend(at, spellings)

    def extend(self, at: int, spellings: Iterable[str]) -> None:
        """Adds to a group the spellings that it has not."""
        own = self.all[at].spellings
        have = {fold(spelling) for spelling in own}
        own += [spelling for spelling in spellings if fold(spelling) not in have]
        self._note(at)

    def append(self, group: Group) -> None:
        """Adds a group of its own."""
        self.all.append(group)
        self._note(len(self.all) - 1)

    def _note(self, at: int) -> None:
        for spelling in self.all[at].spellings:
            key = fold(spelling)
            self._at[key] = min(at, self._at.get(key, at))
