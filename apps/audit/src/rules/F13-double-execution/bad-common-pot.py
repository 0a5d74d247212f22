from iconservice import *

OPEN, AGREED = 1, 2


class Fund(IconScoreBase):
    """Repairs are agreed to by the warden and paid out of what all have put in."""

    @eventlog(indexed=1)
    def Repaired(self, number: int, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._warden = VarDB('warden', db, value_type=Address)
        self._last = VarDB('last', db, value_type=int)
        self._total = VarDB('total', db, value_type=int)
        self._cost = DictDB('cost', db, value_type=int)
        self._smith = DictDB('smith', db, value_type=Address)
        self._state = DictDB('state', db, value_type=int)
        self._gift = VarDB('gift', db, value_type=int)

    def on_install(self, warden: Address) -> None:
        super().on_install()
        self._warden.set(warden)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def put_in(self) -> None:
        self._total.set(self._total.get() + self.msg.value)

    @external
    def ask(self, cost: int) -> None:
        if cost <= 0:
            revert('Fund: cost')
        number = self._last.get() + 1
        self._last.set(number)
        self._cost[number] = cost
        self._smith[number] = self.msg.sender
        self._state[number] = OPEN

    @external
    def agree(self, number: int) -> None:
        if self.msg.sender != self._warden.get():
            revert('Fund: warden only')
        self._state[number] = AGREED

    @external
    def pay(self, number: int) -> None:
        """Anybody may see to it that the smith gets the money."""
        if self._state[number] != AGREED:
            revert('Fund: not agreed')
        cost = self._cost[number]
        if cost > self._total.get():
            revert('Fund: too little')
        self._total.set(self._total.get() - cost)
        self.icx.transfer(self._smith[number], cost)  # expect: F13
        self.Repaired(number, cost)

    @external
    def pay_once(self, number: int) -> None:
        if self._state[number] != AGREED:
            revert('Fund: not agreed')
        self._state[number] = OPEN
        cost = self._cost[number]
        self._cost[number] = 0
        if cost > self._total.get():
            revert('Fund: too little')
        self._total.set(self._total.get() - cost)
        self.icx.transfer(self._smith[number], cost)  # ok: F13
        self.Repaired(number, cost)
