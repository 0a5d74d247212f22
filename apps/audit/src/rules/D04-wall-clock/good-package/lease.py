from iconservice import *

from . import datetime


class Lease(IconScoreBase):
    """Days are counted from block time; `datetime` is a file of this package."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._since = DictDB('since', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _today(self) -> int:
        return datetime.now(self.now()).today()  # ok: D04

    @external
    def moveIn(self) -> None:
        if self._since[self.msg.sender] != 0:
            revert('Lease: already moved in')
        self._since[self.msg.sender] = self._today()

    @external(readonly=True)
    def daysOf(self, _tenant: Address) -> int:
        since = self._since[_tenant]
        return 0 if since == 0 else self._today() - since
