from iconservice import *

from .iterable import IterableDictDB, ringOf

TAG = 'AllotmentGardens'


class AllotmentGardens(IconScoreBase):
    """The containers come out of a file that was not handed in; each is given the database of the contract."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._register = IterableDictDB('register', self.db, Address, str)
        self._waiting = ringOf('waiting', value_type=Address, db=self.db)
        self._tools = {'spade': 3, 'rake': 2}

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Rented(self, gardener: Address, plot: str):
        pass

    @eventlog(indexed=1)
    def Lent(self, gardener: Address, tool: str):
        pass

    @external
    def wait(self) -> None:
        self._waiting.append(self.msg.sender)  # ok: D08

    @external
    def rent(self, _plot: str) -> None:
        if len(_plot) > 8:
            revert(f'{TAG}: no such plot')
        self._register[self.msg.sender] = _plot  # ok: D08
        self.Rented(self.msg.sender, _plot)

    @external
    def lend(self, _tool: str) -> None:
        if self._tools.get(_tool, 0) < 1:
            revert(f'{TAG}: none left')
        self._tools[_tool] -= 1  # expect: D08
        self.Lent(self.msg.sender, _tool)
