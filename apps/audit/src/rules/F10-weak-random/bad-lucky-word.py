from iconservice import *

TAG = 'Tombola'


class Tombola(IconScoreBase):
    """The stored number is known to all, and the word is the caller's."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._number = VarDB('number', db, value_type=str)
        self._tickets = DictDB('tickets', db, value_type=Address)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._number.set('1')

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def buy(self, _word: str) -> None:
        if self.msg.value != 10 ** 18:
            revert('a ticket costs 1 ICX')
        ticket = self._count.get()
        self._count.set(ticket + 1)
        self._tickets[ticket] = self.msg.sender
        self._number.set(self._next(_word))

    def _next(self, _word: str) -> str:
        mixed = sha3_256((_word + self._number.get()).encode())
        return str(int.from_bytes(mixed, 'big') % 1000)  # expect: F10

    @external
    def draw(self) -> None:
        if self.msg.sender != self.owner or self._count.get() == 0:
            revert('not possible')
        ticket = int(self._number.get()) % self._count.get()  # ok: F10
        self._count.set(0)
        self.icx.transfer(self._tickets[ticket], self.icx.get_balance(self.address))
