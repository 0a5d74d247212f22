from iconservice import *

TAG = 'SharedSafe'


class SharedSafe(IconScoreBase):
    """Keepers approve payments; the owner may change how many approvals are needed."""

    @eventlog(indexed=1)
    def Proposed(self, _id: int, _to: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Paid(self, _id: int, _to: Address, _amount: int):
        pass

    @eventlog
    def NeededChanged(self, _needed: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._needed = VarDB('needed', db, value_type=int)
        self._is_keeper = DictDB('is_keeper', db, value_type=bool)
        self._count = VarDB('count', db, value_type=int)
        self._to = DictDB('to', db, value_type=Address)
        self._amount = DictDB('amount', db, value_type=int)
        self._approvals = DictDB('approvals', db, value_type=int)
        self._approved = DictDB('approved', db, value_type=bool, depth=2)
        self._done = DictDB('done', db, value_type=bool)

    def on_install(self, _needed: int) -> None:
        super().on_install()
        self._needed.set(_needed)
        self._is_keeper[self.msg.sender] = True

    def on_update(self) -> None:
        super().on_update()

    @external
    def set_keeper(self, _keeper: Address, _on: bool):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._is_keeper[_keeper] = _on
        self.NeededChanged(self._needed.get())

    @external
    def set_needed(self, _needed: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _needed <= 0:
            revert('At least one')
        self._needed.set(_needed)
        self.NeededChanged(_needed)

    @external
    def propose(self, _to: Address, _amount: int):
        if not self._is_keeper[self.msg.sender] or _amount <= 0:
            revert('Keepers only')
        number = self._count.get() + 1
        self._count.set(number)
        self._to[number] = _to
        self._amount[number] = _amount
        self.Proposed(number, _to, _amount)

    @external
    def approve(self, _id: int):
        if not self._is_keeper[self.msg.sender] or self._done[_id] or self._to[_id] is None:
            revert('Not possible')
        if self._approved[_id][self.msg.sender]:
            revert('Approved already')
        self._approved[_id][self.msg.sender] = True
        self._approvals[_id] += 1
        if self._approvals[_id] == self._needed.get():  # expect: N08
            self._done[_id] = True
            self.Paid(_id, self._to[_id], self._amount[_id])
            self.icx.transfer(self._to[_id], self._amount[_id])

    @payable
    def fallback(self):
        if self.msg.value <= 0:
            revert('Send some ICX')
