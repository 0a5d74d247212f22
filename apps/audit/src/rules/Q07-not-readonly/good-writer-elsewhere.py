from iconservice import *


class Counters(object):

    def __init__(self, db: IconScoreDatabase):
        self._counts = DictDB('counts', db, value_type=int)

    def next(self, _who: Address) -> int:
        self._counts[_who] += 1
        return self._counts[_who]

    def count(self, _who: Address) -> int:
        return self._counts[_who]


def bump(_store: DictDB, _who: Address) -> None:
    _store[_who] += 1


class PollBase(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._counters = Counters(db)
        self._visits = DictDB('visits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @abstractmethod
    @external(readonly=True)
    def question(self) -> str:
        pass

    @external(readonly=True)
    def answers(self, _who: Address) -> int:  # ok: Q07
        return self._counters.count(_who)


class Poll(PollBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def question(self) -> str:
        return 'Tea or coffee?'

    @external(readonly=True)
    def visits(self, _who: Address) -> int:
        return self._visits[_who]

    @external
    def answer(self) -> None:  # ok: Q07
        turn = self._counters.next(self.msg.sender)
        if turn > 3:
            revert('Poll: three answers at most')

    @external
    def visit(self) -> None:  # ok: Q07
        bump(self._visits, self.msg.sender)
