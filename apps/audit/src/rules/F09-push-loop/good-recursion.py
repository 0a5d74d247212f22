from iconservice import *

TAG = 'Tombola'


class Tombola(IconScoreBase):
    """Books on the way along the tickets what each holder may fetch, and pays one of them at the end."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._holder = DictDB('holder', db, value_type=Address)
        self._credit = DictDB('credit', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Bought(self, ticket: int, holder: Address):
        pass

    @eventlog(indexed=1)
    def Fetched(self, holder: Address, amount: int):
        pass

    @eventlog
    def Closed(self, tickets: int):
        pass

    @payable
    @external
    def buy(self) -> None:
        ticket = self._count.get()
        if self.msg.value != 10 ** 18 or ticket >= 50:
            revert('one ICX, and no more than 50 tickets')
        self._count.set(ticket + 1)
        self._holder[ticket] = self.msg.sender
        self.Bought(ticket, self.msg.sender)

    def _book(self, ticket: int) -> None:
        if ticket == 0:
            # the first ticket is the house's, which gets what is left
            self.icx.transfer(self.owner, 10 ** 18)  # ok: F09
            return
        self._credit[self._holder[ticket]] += 10 ** 18
        self._book(ticket - 1)

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        count = self._count.get()
        if count == 0:
            revert('nothing was sold')
        self._count.set(0)
        self.Closed(count)
        self._book(count - 1)

    @external
    def fetch(self) -> None:
        amount = self._credit[self.msg.sender]
        if amount <= 0:
            revert('nothing to fetch')
        self._credit[self.msg.sender] = 0
        self.Fetched(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)  # ok: F09
