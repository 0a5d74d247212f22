from iconservice import *

TAG = 'OracleDesk'


class OracleDesk(IconScoreBase):
    """is_contract beside an exact check, about a parameter, or to keep contracts out."""

    _FEED = 'feed'
    _VALUE = 'value'
    _ASKED = 'asked'

    @eventlog(indexed=1)
    def FeedChanged(self, _feed: Address):
        pass

    @eventlog(indexed=1)
    def ValuePosted(self, _value: int):
        pass

    @eventlog(indexed=1)
    def Asked(self, _account: Address, _times: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._feed = VarDB(self._FEED, db, Address)
        self._value = VarDB(self._VALUE, db, int)
        self._asked = DictDB(self._ASKED, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def setFeed(self, _feed: Address) -> None:
        if self.msg.sender != self.owner:
            revert('OracleDesk: only the owner')
        if not _feed.is_contract:
            revert('OracleDesk: a feed is a contract')
        self._feed.set(_feed)  # ok: A07
        self.FeedChanged(_feed)

    @external
    def post(self, _value: int) -> None:
        if not self.msg.sender.is_contract or self.msg.sender != self._feed.get():
            revert('OracleDesk: only the feed')
        if _value <= 0:
            revert('OracleDesk: value must be positive')
        self._value.set(_value)  # ok: A07
        self.ValuePosted(_value)

    @external
    def ask(self) -> None:
        if self.msg.sender.is_contract:
            revert('OracleDesk: people only')
        times = self._asked[self.msg.sender] + 1
        self._asked[self.msg.sender] = times  # ok: A07
        self.Asked(self.msg.sender, times)

    @external(readonly=True)
    def value(self) -> int:
        return self._value.get()
