from iconservice import *

TAG = 'GameChips'
CHIP = 10 ** 18


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
        self._allowance = DictDB('allowance', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def chips_of(self, _player: Address) -> int:
        return self._chips[_player]

    @payable
    @external
    def buy(self):
        if self.msg.value <= 0:
            revert('Send some ICX')
        self._chips[self.msg.sender] += self.msg.value
        self.Bought(self.msg.sender, self.msg.value)

    @external
    def cash(self, _count: int):
        # The balance is in loop, the count in whole chips.
        if _count <= 0 or self._chips[self.msg.sender] < _count:
            revert('Not that many chips')
        amount = _count * CHIP
        self._chips[self.msg.sender] -= amount  # expect: N06
        self.Burned(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)

    @external
    def give(self, _to: Address, _amount: int):
        if _amount <= 0:
            revert('The amount must be positive')
        self._chips[self.msg.sender] = self._chips[self.msg.sender] - _amount  # expect: N06
        self._chips[_to] = self._chips[_to] + _amount
        self.Given(self.msg.sender, _to, _amount)

    @external
    def allow(self, _player: Address, _amount: int):
        if _amount <= 0:
            revert('The amount must be positive')
        self._allowance[self.msg.sender][_player] = _amount

    @external
    def give_from(self, _from: Address, _to: Address, _amount: int):
        if _amount <= 0 or self._chips[_from] < _amount:
            revert('Not that many chips')
        self._allowance[_from][self.msg.sender] -= _amount  # expect: N06
        self._chips[_from] -= _amount
        self._chips[_to] += _amount
        self.Given(_from, _to, _amount)
