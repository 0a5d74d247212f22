from iconservice import *

TAG = 'Bazaar'


class Bazaar(IconScoreBase):

    @eventlog(indexed=1)
    def Registered(self, _trader: Address):
        pass

    @eventlog(indexed=1)
    def Offered(self, _trader: Address, _item: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._traders = ArrayDB('traders', db, value_type=Address)
        self._items = ArrayDB('items', db, value_type=str)
        self._owner_of = DictDB('owner_of', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def owner_of(self, _item: str) -> Address:
        return self._owner_of[_item]

    @external
    def register(self):
        if self.msg.sender in self._traders:  # expect: C03
            revert('Registered already')
        self._traders.put(self.msg.sender)
        self.Registered(self.msg.sender)

    @external
    def offer(self, _item: str):
        if self.msg.sender not in self._traders:  # expect: C03
            revert('Register first')
        if _item in self._items:  # expect: C03
            revert('Offered already')
        self._items.put(_item)
        self._owner_of[_item] = self.msg.sender
        self.Offered(self.msg.sender, _item)
