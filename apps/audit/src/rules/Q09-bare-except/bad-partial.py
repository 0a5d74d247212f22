from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, DictDB, VarDB, Address
from iconservice import external, eventlog, interface, revert, json_loads


class PriceSource(InterfaceScore):

    @interface
    def price(self, pair: str) -> int:
        pass


class SourceUser(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._source = VarDB('source', db, Address)

    def on_install(self, source: Address) -> None:
        super().on_install()
        self._source.set(source)

    def on_update(self) -> None:
        super().on_update()

    def _price(self, pair: str) -> int:
        source = self.create_interface_score(self._source.get(), PriceSource)
        try:
            return source.price(pair)
        except (ValueError, BaseException):  # expect: Q09
            return 0


class PriceBoard(SourceUser):

    @eventlog(indexed=1)
    def Refreshed(self, pair: str, price: int):
        pass

    @eventlog(indexed=1)
    def Skipped(self, pair: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._prices = DictDB('prices', db, int)
        self._limits = DictDB('limits', db, int)

    def on_install(self, source: Address) -> None:
        super().on_install(source)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def price_of(self, pair: str) -> int:
        return self._price(pair)

    @external
    def set_limits(self, limits: str) -> None:
        if self.msg.sender != self.owner:
            revert('board: owner only')
        try:
            parsed = json_loads(limits)
            self._limits['low'] = max(0, parsed['low'])
            self._limits['high'] = max(0, parsed['high'])
        except BaseException as failure:  # expect: Q09
            if isinstance(failure, KeyError):
                revert('board: low and high are needed')
            self.Skipped('limits')
            return
        self.Refreshed('limits', 0)
