from iconservice import *

TAG = 'Visits'


class Counter(IconScoreBase):

    @eventlog
    def Asked(self, count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._visits = DictDB('visits', db, value_type=int)
        self._last = VarDB('last', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _note(self, who: Address) -> None:
        self._last.set(who)


class Visits(Counter):

    @external(readonly=True)
    def visit(self) -> int:
        self._visits[self.msg.sender] += 1  # expect: L05
        return self._visits[self.msg.sender]

    @external(readonly=True)
    def ask(self, who: Address) -> int:
        self._note(who)  # expect: L05
        return self._visits[who]

    @external(readonly=True)
    def tell(self, who: Address) -> int:
        count = self._visits[who]
        self.Asked(count)  # expect: L05
        return count

    @external(readonly=True)
    def refund(self) -> bool:
        return self.icx.send(self.msg.sender, 1)  # expect: L05

    @external(readonly=True)
    def last(self) -> Address:  # ok: L05
        return self._last.get()

    @external
    def leave(self) -> None:  # ok: L05
        self._note(self.msg.sender)
        self.Asked(0)

    @payable
    def fallback(self) -> None:
        pass
