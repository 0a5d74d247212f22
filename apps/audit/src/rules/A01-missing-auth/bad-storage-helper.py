from iconservice import *

TAG = 'GrainBridge'


class PriceFeedInterface(InterfaceScore):
    @interface
    def price(self, symbol: str) -> int:
        pass


class BridgeSettings:
    """Groups the containers; a plain helper object built in __init__."""

    def __init__(self, db: IconScoreDatabase, prefix: str) -> None:
        self.feed = VarDB(f'{prefix}_feed', db, Address)
        self.spread = VarDB(f'{prefix}_spread', db, int)

    def replace_feed(self, address: Address) -> None:
        self.feed.set(address)


class GrainBridge(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._settings = BridgeSettings(db, 'grain')
        self._db_handle = db

    def on_install(self, feed: Address) -> None:
        super().on_install()
        self._settings.feed.set(feed)
        self._settings.spread.set(5)

    def on_update(self) -> None:
        super().on_update()

    @property
    def _operator(self) -> VarDB:
        return VarDB('grain_operator', self._db_handle, Address)

    @eventlog(indexed=1)
    def FeedReplaced(self, feed: Address):
        pass

    @eventlog(indexed=1)
    def OperatorNamed(self, operator: Address):
        pass

    @eventlog(indexed=1)
    def SpreadChanged(self, spread: int):
        pass

    @external
    def name_operator(self, operator: Address) -> None:
        self._operator.set(operator)  # expect: A01
        self.OperatorNamed(operator)

    @external
    def replace_feed(self, feed: Address) -> None:
        if not feed.is_contract:
            revert('a feed is a contract')
        self._settings.replace_feed(feed)  # expect: A01
        self.FeedReplaced(feed)

    @external
    def change_spread(self, spread: int) -> None:
        if self.msg.sender != self._operator.get():
            revert('only the operator')
        if spread < 0 or spread > 50:
            revert('spread out of range')
        self._settings.spread.set(spread)  # ok: A01
        self.SpreadChanged(spread)

    @external(readonly=True)
    def quote(self, symbol: str) -> int:
        feed = self.create_interface_score(self._settings.feed.get(), PriceFeedInterface)
        return feed.price(symbol) + self._settings.spread.get()
