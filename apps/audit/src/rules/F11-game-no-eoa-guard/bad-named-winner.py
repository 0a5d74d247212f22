from iconservice import *

TAG = 'CakeRaffle'


class CakeRaffle(IconScoreBase):
    """A ticket is paid for, and who wins is written down at once; the cake is handed over at the counter."""

    @eventlog(indexed=1)
    def Drawn(self, _number: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._cake = VarDB('cake', db, value_type=Address)
        self._sweet = DictDB('sweet', db, value_type=bool)
        self._round = VarDB('round', db, value_type=int)
        self._tickets = DictDB('tickets', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _draw(self) -> int:
        return int.from_bytes(sha3_256(str(self.now()).encode()), 'big') % 20

    def _must_pay(self) -> None:
        if self.msg.value != 10 ** 18:
            revert(f'{TAG}: a ticket is 1 ICX')

    @external
    @payable
    def cake(self) -> None:  # expect: F11
        self._must_pay()
        if self._draw() == 7:
            self._cake.set(self.msg.sender)

    @external
    @payable
    def sweet(self) -> None:  # expect: F11
        self._must_pay()
        if self._draw() < 10:
            self._sweet[self.msg.sender] = True

    @external
    @payable
    def cake_for_people(self) -> None:  # ok: F11
        if self.msg.sender.is_contract:
            revert(f'{TAG}: people only')
        self._must_pay()
        if self._draw() == 7:
            self._cake.set(self.msg.sender)

    @external
    @payable
    def ticket(self) -> None:  # ok: F11
        self._must_pay()
        self._cake.set(self.msg.sender)
        self.Drawn(self._draw())

    @external
    def fetch(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))
