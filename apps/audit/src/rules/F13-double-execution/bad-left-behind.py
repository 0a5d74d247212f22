from iconservice import *


class Stall(IconScoreBase):
    """Bids for paintings are kept here until the painter takes one, or the bidder takes it back."""

    @eventlog(indexed=2)
    def Sold(self, number: int, to: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._painter = DictDB('painter', db, value_type=Address)
        self._sold = DictDB('sold', db, value_type=bool)
        self._bid = DictDB('bid', db, value_type=int)
        self._bidder = DictDB('bidder', db, value_type=Address)
        self._painting = DictDB('painting', db, value_type=int)
        self._earned = DictDB('earned', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def bid(self, painting: int) -> None:
        number = self._last.get() + 1
        self._last.set(number)
        self._bid[number] = self.msg.value
        self._bidder[number] = self.msg.sender
        self._painting[number] = painting

    @external
    def take_back(self, number: int) -> None:
        if self._bidder[number] != self.msg.sender:
            revert('Stall: not your bid')
        amount = self._bid[number]
        self._bid[number] = 0
        self.icx.transfer(self.msg.sender, amount)

    def _sell(self, number: int) -> None:
        painting = self._painting[number]
        if self._painter[painting] != self.msg.sender:
            revert('Stall: not your painting')
        if self._sold[painting]:
            revert('Stall: sold')
        self._sold[painting] = True
        self.Sold(painting, self._bidder[number], self._bid[number])

    @external
    def accept(self, number: int) -> None:
        self._sell(number)
        self._earned[self.msg.sender] += self._bid[number] * 95 // 100  # expect: F13

    @external
    def accept_all(self, number: int) -> None:
        self._sell(number)
        amount = self._bid[number]
        self._bid[number] = 0
        self._earned[self.msg.sender] += amount * 95 // 100  # ok: F13

    @external
    def share(self, number: int, helpers: int) -> None:
        """Of a bid that many have painted for, each gets a part."""
        if not 0 < helpers <= 10:
            revert('Stall: helpers')
        self._sell(number)
        self._earned[self.msg.sender] += self._bid[number] // helpers  # ok: F13

    @external
    def collect(self) -> None:
        amount = self._earned[self.msg.sender]
        self._earned[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
