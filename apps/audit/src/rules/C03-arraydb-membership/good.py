from iconservice import *

TAG = 'Bazaar'
KINDS = ['fruit', 'cloth', 'tools']


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
        self._is_trader = DictDB('is_trader', db, value_type=bool)
        self._place_of = DictDB('place_of', db, value_type=int)
        self._items = ArrayDB('items', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def is_known(self, _trader: Address) -> bool:
        return _trader in self._traders  # ok: C03

    @external(readonly=True)
    def traders(self) -> list:
        return list(self._traders)  # ok: C03

    @external(readonly=True)
    def count(self) -> int:
        return len(self._items)  # ok: C03

    @external
    def register(self):
        if self._is_trader[self.msg.sender]:  # ok: C03
            revert('Registered already')
        self._is_trader[self.msg.sender] = True
        self._traders.put(self.msg.sender)
        self.Registered(self.msg.sender)

    @external
    def offer(self, _item: str, _kind: str, _tags: str):
        if not self._is_trader[self.msg.sender]:
            revert('Register first')
        if _kind not in KINDS:  # ok: C03
            revert('No such kind')
        if 'sale' in _tags.split(','):  # ok: C03
            revert('No sales')
        if _item in self._place_of:  # ok: C03
            revert('Offered already')
        self._items.put(_item)
        self._place_of[_item] = len(self._items)  # ok: C03
        self.Offered(self.msg.sender, _item)
