from iconservice import *

TAG = 'Club'


class Club(IconScoreBase):

    @eventlog(indexed=1)
    def Joined(self, _member: Address, _number: int):
        pass

    @eventlog(indexed=1)
    def Left(self, _member: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._numbers = DictDB('numbers', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def number(self, _member: Address) -> int:
        return self._numbers[_member]  # ok: Q08

    def _enter(self, _member: Address) -> int:
        number = self._count.get() + 1
        self._count.set(number)
        self._numbers[_member] = number
        return number  # ok: Q08

    def _forget(self, _member: Address) -> None:
        self._numbers.remove(_member)
        self.Left(_member)

    @external
    def join(self) -> None:
        if self._numbers[self.msg.sender] > 0:
            return
        number = self._enter(self.msg.sender)
        self.Joined(self.msg.sender, number)

    @external
    def leave(self) -> None:
        if self._numbers[self.msg.sender] == 0:
            return revert('Club: not a member')  # ok: Q08
        return self._forget(self.msg.sender)  # ok: Q08
