from iconservice import *

TAG = 'Loft'


class Loft(IconScoreBase):
    """Grain is stored in lots; what is given back stands under an account again, and can be fetched."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._grain = DictDB('grain', db, value_type=int)
        self._farmer = DictDB('farmer', db, value_type=Address)
        self._sacks = DictDB('sacks', db, value_type=int)
        self._weight = VarDB('weight', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._weight.set(25)

    def on_update(self) -> None:
        super().on_update()

    def _by_farmer(self, lot: int) -> None:
        if self._farmer[lot] != self.msg.sender:
            revert('Loft: not your lot')

    @external
    @payable
    def bring(self) -> None:
        self._grain[self.msg.sender] += self.msg.value

    @external
    def store(self, _sacks: int) -> None:
        grain = _sacks * self._weight.get()
        if _sacks <= 0 or self._grain[self.msg.sender] < grain:
            revert('Loft: not enough grain')
        self._grain[self.msg.sender] -= grain
        lot = self._last.get() + 1
        self._last.set(lot)
        self._farmer[lot] = self.msg.sender
        self._sacks[lot] = _sacks

    @external
    def give_back(self, _lot: int) -> None:
        self._by_farmer(_lot)
        grain = self._sacks[_lot] * self._weight.get()
        self._sacks[_lot] = 0
        self._grain[self.msg.sender] += grain  # ok: A01

    @external
    def give_to(self, _lot: int, _to: Address) -> None:
        self._by_farmer(_lot)
        grain = self._sacks[_lot] * self._weight.get()
        self._sacks[_lot] = 0
        self._grain[_to] += grain  # ok: A01

    @external
    def hand_out(self, _lot: int, _to: Address) -> None:
        if not 0 < _lot <= self._last.get():
            revert('Loft: no such lot')
        self._grain[_to] += self._sacks[_lot] * self._weight.get()  # expect: A01 as high
        self._sacks[_lot] = 0

    # whoever turns the handle, it goes to the one whose lot it is
    @external
    def push_back(self, _lot: int) -> None:
        grain = self._sacks[_lot] * self._weight.get()
        self._sacks[_lot] = 0
        self._grain[self._farmer[_lot]] += grain  # ok: A01

    @external
    def fetch(self) -> None:
        grain = self._grain[self.msg.sender]
        self._grain[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, grain)
