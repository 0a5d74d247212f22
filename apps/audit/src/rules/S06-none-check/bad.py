from iconservice import *

TAG = 'Tickets'


class Tickets(IconScoreBase):

    @eventlog(indexed=1)
    def Issued(self, _number: int, _holder: Address):
        pass

    @eventlog
    def PriceChanged(self, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB('price', db, value_type=int)
        self._seat = DictDB('seat', db, value_type=str)
        self._used = DictDB('used', db, value_type=bool)
        self._number = DictDB('number', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()
        if self._price.get() is None:  # expect: S06
            self._price.set(100)

    @external(readonly=True)
    def is_used(self, _number: int) -> bool:
        return self._used[_number] != None  # expect: S06

    @external
    def set_price(self, _price: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _price <= 0:
            revert('The price must be positive')
        self._price.set(_price)
        self.PriceChanged(_price)

    @external
    def issue(self, _seat: str):
        number = self._number[self.msg.sender]
        if number is not None:  # expect: S06
            revert('One ticket for each account')
        number = self._count.get() + 1
        if self._seat[number] == None:  # expect: S06
            self._seat[number] = _seat
        self._number[self.msg.sender] = number
        self._count.set(number)
        self.Issued(number, self.msg.sender)
