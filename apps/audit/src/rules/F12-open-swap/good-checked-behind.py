from iconservice import *

TAG = 'Passage'


class CoinInterface(InterfaceScore):
    @interface
    def balanceOf(self, _owner: Address) -> int:
        pass

    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Passage(IconScoreBase):
    """No least amount goes along with the swap: what came back is weighed, and too little undoes all."""

    @eventlog(indexed=1)
    def Passed(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._market = VarDB('market', db, value_type=Address)
        self._in = VarDB('in', db, value_type=Address)
        self._out = VarDB('out', db, value_type=Address)

    def on_install(self, _market: Address, _in: Address, _out: Address) -> None:
        super().on_install()
        self._market.set(_market)
        self._in.set(_in)
        self._out.set(_out)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if _from == self._market.get():
            return
        if self.msg.sender != self._in.get():
            revert('another coin')
        least = int(_data.decode('utf-8'))
        if least <= 0:
            revert('name a least amount')
        coin = self.create_interface_score(self._in.get(), CoinInterface)
        coin.transfer(self._market.get(), _value, b'{"method": "_swap"}')  # ok: F12
        other = self.create_interface_score(self._out.get(), CoinInterface)
        amount = other.balanceOf(self.address)
        if amount < least:
            revert('too little came back')
        self.Passed(_from, amount)
        other.transfer(_from, amount)
