# The receivers wait in a queue of the package's own, which hands them out one after another.
from iconservice import *


class Line:
    def __init__(self, name: str, db: IconScoreDatabase) -> None:
        self._waiting = DictDB(name + '_waiting', db, value_type=Address)
        self._first = VarDB(name + '_first', db, value_type=int)
        self._last = VarDB(name + '_last', db, value_type=int)

    def join(self, who: Address) -> None:
        self._waiting[self._last.get()] = who
        self._last.set(self._last.get() + 1)

    def __len__(self) -> int:
        return self._last.get() - self._first.get()

    def __iter__(self):
        at = self._first.get()
        while at < self._last.get():
            yield self._waiting[at]
            at += 1


class Box:
    def __init__(self, db: IconScoreDatabase) -> None:
        self._next = DictDB('next', db, value_type=int)
        self._names = DictDB('names', db, value_type=Address)

    def __iter__(self):
        self._at = 0
        return self

    def __next__(self) -> Address:
        self._at = self._next[self._at]
        if self._at == 0:
            raise StopIteration
        return self._names[self._at]


class Bakery(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._line = Line('line', db)
        self._box = Box(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def wait(self) -> None:
        self._line.join(self.msg.sender)

    @external
    def refund(self) -> None:
        if not self._line:
            revert('nobody waits')
        for customer in self._line:
            self.icx.transfer(customer, 10 ** 18)  # expect: F09

    @external
    def thank(self) -> None:
        for helper in self._box:
            self.icx.transfer(helper, 10 ** 17)  # expect: F09
