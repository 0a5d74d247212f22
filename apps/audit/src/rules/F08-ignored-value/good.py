from iconservice import *

TAG = 'DanceHall'


class DanceHall(IconScoreBase):
    """Each payable path books the value, gives it back or refuses it."""

    _TICKETS = 'tickets'
    PRICE = 2 * 10 ** 18

    @eventlog(indexed=1)
    def TicketSold(self, _guest: Address, _tickets: int):
        pass

    @eventlog(indexed=1)
    def Returned(self, _guest: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tickets = DictDB(self._TICKETS, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    # a gift to the hall: whoever sends without a method wants to
    @payable
    def fallback(self) -> None:  # ok: F08
        pass

    @external
    @payable
    def buy(self) -> None:
        self._book()

    def _book(self) -> None:
        if self.msg.value != self.PRICE:
            revert('DanceHall: 2 ICX exactly')
        tickets = self._tickets[self.msg.sender] + 1
        self._tickets[self.msg.sender] = tickets
        self.TicketSold(self.msg.sender, tickets)

    @external
    @payable
    def tryBuy(self, _atMost: int) -> None:  # ok: F08
        if self._tickets[self.msg.sender] >= _atMost:
            self.Returned(self.msg.sender, self.msg.value)
            self.icx.transfer(self.msg.sender, self.msg.value)
            return
        self._book()

    @external
    def collect(self) -> None:
        if self.msg.sender != self.owner:
            revert('DanceHall: only the owner')
        amount = self.icx.get_balance(self.address)
        if amount <= 0:
            revert('DanceHall: nothing to collect')
        self.Returned(self.owner, amount)
        self.icx.transfer(self.owner, amount)

    @external(readonly=True)
    def ticketsOf(self, _guest: Address) -> int:
        return self._tickets[_guest]
