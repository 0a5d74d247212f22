from iconservice import *

TAG = 'PriceFeed'


class PriceFeed(IconScoreBase):
    """The reporter posts the price; nothing is fetched from here."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._reporter = VarDB('reporter', db, value_type=Address)
        self._price = VarDB('price', db, value_type=int)
        self._requests = DictDB('requests', db, value_type=int)

    def on_install(self, _reporter: Address) -> None:
        super().on_install()
        self._reporter.set(_reporter)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def PriceRequested(self, who: Address, height: int):
        pass

    @eventlog
    def PricePosted(self, price: int):
        pass

    @external
    def request(self) -> None:
        self._requests[self.msg.sender] = self.block_height  # ok: D03
        self.PriceRequested(self.msg.sender, self.block_height)

    @external
    def post(self, _price: int) -> None:
        if self.msg.sender != self._reporter.get():
            revert('PriceFeed: only the reporter')
        if _price <= 0:
            revert('PriceFeed: price must be positive')
        self._price.set(_price)
        self.PricePosted(_price)

    @external(readonly=True)
    def price(self) -> int:
        return self._price.get()

    @external(readonly=True)
    def requestedAt(self, _who: Address) -> int:
        return self._requests[_who]
