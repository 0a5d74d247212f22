from iconservice import *

TAG = 'CoalYard'


class Scales(InterfaceScore):
    @interface
    def book(self, buyer: Address, sacks: int) -> None:
        pass


class CoalYard(IconScoreBase):
    """The right coin comes in, but how much of it is believed from the letter that comes with it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.coin = VarDB('coin', db, Address)
        self.scales = VarDB('scales', db, Address)

    def on_install(self, coin: Address, scales: Address) -> None:
        super().on_install()
        self.coin.set(coin)
        self.scales.set(scales)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Ordered(self, buyer: Address, value: int):
        pass

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self.coin.get():
            revert('pay with the coin')
        letter = json_loads(_data.decode('utf-8'))
        if letter['sacks'] <= 0:
            revert('how many?')
        self.Ordered(_from, _value)
        scales = self.create_interface_score(self.scales.get(), Scales)
        scales.book(_from, letter['sacks'])  # expect: A04
