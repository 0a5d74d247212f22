from iconservice import *

TAG = 'Lighthouse'

YEAR = 15_768_000


class Lighthouse(IconScoreBase):
    """The mate takes over when nothing was heard of the keeper for a year; anybody may be heard."""

    @eventlog(indexed=1)
    def Seen(self, _height: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = VarDB('keeper', db, value_type=Address)
        self._mate = VarDB('mate', db, value_type=Address)
        self._seen = VarDB('seen', db, value_type=int)
        self._wound = VarDB('wound', db, value_type=int)
        self._lit = VarDB('lit', db, value_type=int)
        self._closed = VarDB('closed', db, value_type=bool)

    def on_install(self, _keeper: Address, _mate: Address) -> None:
        super().on_install()
        self._keeper.set(_keeper)
        self._mate.set(_mate)
        self._seen.set(self.block_height)
        self._wound.set(self.block_height)

    def on_update(self) -> None:
        super().on_update()

    @external
    def wave(self) -> None:
        if self._closed.get():
            revert('Lighthouse: closed')
        self._seen.set(self.block_height)  # expect: A01 as high
        self.Seen(self.block_height)

    @external
    def wind(self) -> None:
        if self.msg.sender != self._keeper.get():
            revert('Lighthouse: keeper only')
        self._wound.set(self.block_height)  # ok: A01

    # whoever comes first lights it, and nobody does so again
    @external
    def light(self) -> None:
        if self._lit.get() != 0:
            revert('Lighthouse: it burns')
        self._lit.set(self.block_height)  # ok: A01

    @external
    def take_over(self) -> None:
        if self.msg.sender != self._mate.get() or self.block_height < self._lit.get() + YEAR:
            revert('Lighthouse: mate only')
        if self.block_height < self._seen.get() + YEAR or self.block_height < self._wound.get() + YEAR:
            revert('Lighthouse: too early')
        self._keeper.set(self.msg.sender)

    @external
    def close(self) -> None:
        if self.msg.sender != self._keeper.get():
            revert('Lighthouse: keeper only')
        self._closed.set(True)
