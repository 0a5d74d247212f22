from iconservice import *

TAG = 'Basket'
SYMBOLS = ('ICX', 'USDS', 'BTCB')
BATCH = 10


class PriceFeed(InterfaceScore):
    @interface
    def price(self, _symbol: str) -> int:
        pass

    @interface
    def prices(self, _symbols: str) -> list:
        pass

    @interface
    def watch(self, _symbols: str) -> None:
        pass


class Basket(IconScoreBase):

    @eventlog
    def Watched(self, _upto: int):
        pass

    @eventlog(indexed=1)
    def Added(self, _symbol: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._feed = VarDB('feed', db, value_type=Address)
        self._symbols = ArrayDB('symbols', db, value_type=str)
        self._amount = DictDB('amount', db, value_type=int)
        self._cursor = VarDB('cursor', db, value_type=int)

    def on_install(self, _feed: Address) -> None:
        super().on_install()
        self._feed.set(_feed)

    def on_update(self) -> None:
        super().on_update()

    @external
    def add(self, _symbol: str, _amount: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _amount <= 0 or self._amount[_symbol] != 0:
            revert('Cannot be added')
        self._symbols.put(_symbol)
        self._amount[_symbol] = _amount
        self.Added(_symbol)

    @external(readonly=True)
    def main_value(self) -> int:
        feed = self.create_interface_score(self._feed.get(), PriceFeed)
        total = 0
        for symbol in SYMBOLS:
            total += feed.price(symbol) * self._amount[symbol]  # ok: C04
        return total

    @external(readonly=True)
    def value(self) -> int:
        names = [self._symbols[place] for place in range(min(BATCH, len(self._symbols)))]
        feed = self.create_interface_score(self._feed.get(), PriceFeed)
        prices = feed.prices(','.join(names))  # ok: C04
        total = 0
        for place in range(min(len(names), len(prices))):
            total += prices[place] * self._amount[names[place]]
        return total

    @external
    def watch(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        start = self._cursor.get()
        end = min(start + BATCH, len(self._symbols))
        names = []
        for place in range(start, end):
            names.append(self._symbols[place])
        self._cursor.set(end)
        self.Watched(end)
        feed = self.create_interface_score(self._feed.get(), PriceFeed)
        feed.watch(','.join(names))  # ok: C04
        for symbol in SYMBOLS:
            feed.watch(symbol)  # ok: C04
