# A method of the platform asked of its class, which wants the contract itself first.
from iconservice import *


class Ticket(InterfaceScore):
    @interface
    def give(self, _to: Address, _number: int) -> None:
        pass


class Booth(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tickets = VarDB('tickets', db, value_type=Address)
        self._next = VarDB('next', db, value_type=int)

    def on_install(self, _tickets: Address) -> None:
        super().on_install()
        self._tickets.set(_tickets)

    def on_update(self) -> None:
        super().on_update()

    def _file(self, number: int) -> None:
        self._next.set(number)

    @payable
    @external
    def buy(self) -> None:
        number = self._next.get() + 1
        self._file(number)
        tickets = IconScoreBase.create_interface_score(self._tickets.get(), Ticket)  # expect: L17
        tickets.give(self.msg.sender, number)

    @external
    def claim(self) -> None:
        tickets = IconScoreBase.create_interface_score(self, self._tickets.get(), Ticket)  # ok: L17
        tickets.give(self.msg.sender, 0)


class LoudBooth(Booth):
    def _file(self, number: int, loudly: bool) -> None:
        Booth._file(self, number, loudly)  # ok: L17
