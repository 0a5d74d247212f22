from .fares import *


class Ferry(IconScoreBase):  # ok: L18

    def __init__(self, db: IconScoreDatabase) -> None:  # ok: L18
        super().__init__(db)
        self._trips = DictDB('trips', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Boarded(self, who: Address, fare: int):
        pass

    @external(readonly=True)
    def quote(self, adults: int, children: int) -> int:
        return fare(adults, children)  # ok: L18

    @external(readonly=True)
    def tripsOf(self, who: Address) -> int:
        return self._trips[who]

    @external
    @payable
    def board(self, adults: int, children: int) -> None:
        price = fare(adults, children)
        if self.msg.value != price:
            revert('pay the exact fare')
        self._trips[self.msg.sender] += 1
        self.Boarded(self.msg.sender, price)
        self.icx.transfer(self.owner, self.msg.value)
