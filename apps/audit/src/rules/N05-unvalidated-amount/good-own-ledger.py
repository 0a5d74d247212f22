from iconservice import *

TAG = 'Chest'


class CoinInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Chest(IconScoreBase):
    """What a token says of itself counts for that token only; and one contract of ours says how much is spent."""

    @eventlog(indexed=1)
    def Spent(self, _coin: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._held = DictDB('held', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        self._held[self.msg.sender] += _value  # ok: N05

    @external
    def spend(self, _coin: Address, _to: Address, _amount: int) -> None:
        if self.msg.sender != self.owner or not 0 < _amount <= self._held[_coin]:
            revert('not possible')
        self._held[_coin] -= _amount
        self.Spent(_coin, _amount)
        self.create_interface_score(_coin, CoinInterface).transfer(_to, _amount)
