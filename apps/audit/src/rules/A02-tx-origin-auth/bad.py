from iconservice import *

TAG = 'FundSafe'


class FundSafe(IconScoreBase):
    """Signers confirm payments of a common safe."""

    _SIGNERS = 'signers'
    _CONFIRMED = 'confirmed'
    _COUNT = 'count'
    _OPEN = 'open'

    @eventlog(indexed=2)
    def Confirmed(self, _id: int, _signer: Address):
        pass

    @eventlog
    def OpenChanged(self, _open: bool):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._signers = DictDB(self._SIGNERS, db, bool)
        self._confirmed = DictDB(self._CONFIRMED, db, bool, depth=2)
        self._count = DictDB(self._COUNT, db, int)
        self._open = VarDB(self._OPEN, db, bool)

    def on_install(self, _first: Address, _second: Address) -> None:
        super().on_install()
        self._signers[_first] = True
        self._signers[_second] = True

    def on_update(self) -> None:
        super().on_update()

    @external
    def setOpen(self, _open: bool) -> None:
        if self.tx.origin != self.owner:  # expect: A02
            revert('FundSafe: only the owner')
        self._open.set(_open)
        self.OpenChanged(_open)

    @external
    def confirm(self, _id: int) -> None:
        if not self._open.get():
            revert('FundSafe: closed')
        if not self._signers[self.tx.origin]:  # expect: A02
            revert('FundSafe: not a signer')
        if self._confirmed[_id][self.tx.origin]:  # expect: A02
            revert('FundSafe: confirmed already')
        self._confirmed[_id][self.tx.origin] = True  # expect: A02
        self._count[_id] += 1
        self.Confirmed(_id, self.msg.sender)

    @external(readonly=True)
    def confirmations(self, _id: int) -> int:
        return self._count[_id]
