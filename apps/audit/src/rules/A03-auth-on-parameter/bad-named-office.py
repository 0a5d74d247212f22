from iconservice import *

TAG = 'Bottles'


class Bottles(IconScoreBase):
    """Deposits of bottles: a shop takes a bottle back and gets its deposit."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._shops = DictDB('shops', db, value_type=bool)
        self._state = DictDB('state', db, value_type=int)
        self._deposit = DictDB('deposit', db, value_type=int)
        self._due = DictDB('due', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def admit(self, _shop: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Bottles: owner only')
        self._shops[_shop] = True  # ok: A03

    @external
    @payable
    def sell(self) -> None:
        if not self._shops[self.msg.sender]:
            revert('Bottles: no shop')
        bottle = self._count.get() + 1
        self._count.set(bottle)
        self._deposit[bottle] = self.msg.value
        self._state[bottle] = 1

    @external
    def take_back(self, _bottle: int, _shop: Address) -> None:
        if not self._shops[_shop]:  # expect: A03
            revert('Bottles: no shop')
        if self._state[_bottle] != 1:
            revert('Bottles: not in use')
        self._state[_bottle] = 2
        self._due[_shop] += self._deposit[_bottle]

    @external
    def break_own(self, _bottle: int) -> None:
        if not self._shops[self.msg.sender]:
            revert('Bottles: no shop')
        if self._state[_bottle] != 1:
            revert('Bottles: not in use')
        self._state[_bottle] = 3  # ok: A03

    @external
    def collect(self) -> None:
        due = self._due[self.msg.sender]
        if due <= 0:
            revert('Bottles: nothing due')
        self._due[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, due)
