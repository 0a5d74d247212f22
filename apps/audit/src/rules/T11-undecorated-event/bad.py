from iconservice import *

TAG = 'Raffle'


class Raffle(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._entries = DictDB('entries', db, value_type=int)
        self._price = VarDB('price', db, value_type=int)

    def on_install(self, _price: int) -> None:
        super().on_install()
        if _price <= 0:
            revert('Price must be positive')
        self._price.set(_price)

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def PriceChanged(self, _price: int):
        pass

    def Entered(self, _who: Address, _entries: int):  # expect: T11
        pass

    @external(readonly=True)
    def entriesOf(self, _who: Address) -> int:
        return self._entries[_who]

    @external
    @payable
    def enter(self) -> None:
        if self.msg.value != self._price.get():
            revert('Pay the exact price')
        self._entries[self.msg.sender] += 1
        self.Entered(self.msg.sender, self._entries[self.msg.sender])
        self.icx.transfer(self.owner, self.msg.value)

    @external
    def setPrice(self, _price: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _price <= 0:
            revert('Price must be positive')
        self._price.set(_price)
        self.PriceChanged(_price)
