from iconservice import *

TAG = 'Lottery'


class Lottery(IconScoreBase):
    """Gives every ticket its money back, from the last one to the first."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._last = VarDB('last', db, value_type=int)
        self._holder = DictDB('holder', db, value_type=Address)
        self._before = DictDB('before', db, value_type=int)
        self._price = VarDB('price', db, value_type=int)

    def on_install(self, _price: int) -> None:
        super().on_install()
        if _price <= 0:
            revert('a price')
        self._price.set(_price)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Bought(self, ticket: int, holder: Address):
        pass

    @payable
    @external
    def buy(self) -> None:
        if self.msg.value != self._price.get():
            revert('the price of a ticket')
        last = self._last.get()
        self._holder[last + 1] = self.msg.sender
        self._before[last + 1] = last
        self._last.set(last + 1)
        self.Bought(last + 1, self.msg.sender)

    def _give_back(self, ticket: int) -> None:
        if ticket == 0:
            return
        holder = self._holder[ticket]
        self._holder[ticket] = ZERO_SCORE_ADDRESS
        self.icx.transfer(holder, self._price.get())  # expect: F09
        self._give_back(self._before[ticket])

    @external
    def cancel(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        last = self._last.get()
        self._last.set(0)
        self._give_back(last)
