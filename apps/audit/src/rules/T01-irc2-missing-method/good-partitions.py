from iconservice import *

TAG = 'Shares'


class Shares(IconScoreBase):

    @eventlog(indexed=3)
    def TransferByPartition(self, _partition: str, _from: Address, _to: Address, _amount: int):
        pass

    @eventlog(indexed=2)
    def IssueByPartition(self, _partition: str, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._all = VarDB('all', db, value_type=int)
        self._parts = DictDB('parts', db, value_type=int, depth=2)
        self._sums = DictDB('sums', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Shares'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'SHR'

    @external(readonly=True)
    def decimals(self) -> int:
        return 0

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._all.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._sums[_owner]

    @external
    def issueByPartition(self, _partition: str, _to: Address, _amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the issuer')
        if _amount <= 0:
            revert('Nothing to issue')
        self._all.set(self._all.get() + _amount)  # ok: T05
        self._sums[_to] += _amount
        self._parts[_to][_partition] += _amount
        self.IssueByPartition(_partition, _to, _amount)

    @external
    def transferByPartition(self, _partition: str, _to: Address, _amount: int) -> None:
        giver = self.msg.sender
        if _amount <= 0 or self._parts[giver][_partition] < _amount or self._sums[giver] < _amount:
            revert('Not enough')
        self._parts[giver][_partition] -= _amount
        self._sums[giver] -= _amount  # ok: T03
        self._parts[_to][_partition] += _amount
        self._sums[_to] += _amount
        self.TransferByPartition(_partition, giver, _to, _amount)
