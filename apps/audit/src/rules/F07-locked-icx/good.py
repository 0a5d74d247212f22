from iconservice import *

TAG = 'TokenCounter'


class TokenCounter(IconScoreBase):
    """A payable fallback that refuses: nothing can come in."""

    _COUNT = 'count'

    @eventlog(indexed=1)
    def Counted(self, _account: Address, _count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = DictDB(self._COUNT, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:  # ok: F07
        revert('TokenCounter: takes no ICX')

    @external
    def count(self) -> None:
        count = self._count[self.msg.sender] + 1
        self._count[self.msg.sender] = count
        self.Counted(self.msg.sender, count)

    @external(readonly=True)
    def countOf(self, _account: Address) -> int:
        return self._count[_account]
