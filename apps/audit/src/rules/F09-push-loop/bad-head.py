from iconservice import *

ROUND = 5


class Refunds(IconScoreBase):
    """Guests wait in a line for their money; a few are paid with each call, in their order."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._guest = DictDB('guest', db, value_type=Address)
        self._owed = DictDB('owed', db, value_type=int)
        self._first = VarDB('first', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)
        self._jury = DictDB('jury', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def wait(self) -> None:
        at = self._last.get()
        self._guest[at] = self.msg.sender
        self._owed[at] = self.msg.value
        self._last.set(at + 1)

    def _next(self) -> int:
        at = self._first.get()
        if at == self._last.get():
            revert('nobody waits')
        self._first.set(at + 1)
        return at

    @external
    def pay(self) -> None:
        for _ in range(ROUND):
            if self._first.get() == self._last.get():
                break
            at = self._next()
            amount = self._owed[at]
            self._owed[at] = 0
            self.icx.transfer(self._guest[at], amount)  # expect: F09

    @external
    def pay_or_skip(self) -> None:
        for _ in range(ROUND):
            if self._first.get() == self._last.get():
                break
            at = self._next()
            amount = self._owed[at]
            if self.icx.send(self._guest[at], amount):  # ok: F09
                self._owed[at] = 0

    @external
    @payable
    def thank(self) -> None:
        for seat in range(3):
            self.icx.transfer(self._jury[seat], self.msg.value // 3)  # ok: F09
