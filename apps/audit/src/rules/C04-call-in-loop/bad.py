from iconservice import *

TAG = 'Basket'


class PriceFeed(InterfaceScore):
    @interface
    def price(self, _symbol: str) -> int:
        pass

    @interface
    def touch(self, _account: Address) -> None:
        pass


class Basket(IconScoreBase):
    """A basket of assets whose list the owner extends."""

    @eventlog(indexed=1)
    def Added(self, _symbol: str):
        pass

    @eventlog
    def Valued(self, _total: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._feed = VarDB('feed', db, value_type=Address)
        self._symbols = ArrayDB('symbols', db, value_type=str)
        self._amount = DictDB('amount', db, value_type=int)
        self._value = VarDB('value', db, value_type=int)

    def on_install(self, _feed: Address) -> None:
        super().on_install()
        self._feed.set(_feed)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def value(self) -> int:
        return self._value.get()

    @external
    def add(self, _symbol: str, _amount: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _amount <= 0 or self._amount[_symbol] != 0:
            revert('Cannot be added')
        self._symbols.put(_symbol)
        self._amount[_symbol] = _amount
        self.Added(_symbol)

    @external
    def revalue(self):
        feed = self.create_interface_score(self._feed.get(), PriceFeed)
        total = 0
        for symbol in self._symbols:
            total += feed.price(symbol) * self._amount[symbol]  # expect: C04
        self._value.set(total)
        self.Valued(total)

    @external
    def touch_all(self, _accounts: str):
        for text in _accounts.split(','):
            feed = self.create_interface_score(self._feed.get(), PriceFeed)
            feed.touch(Address.from_string(text))  # expect: C04
