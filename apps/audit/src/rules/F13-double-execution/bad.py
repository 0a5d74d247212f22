from iconservice import *

TAG = 'VillageSafe'


class VillageSafe(IconScoreBase):
    """Three keepers decide on payments."""

    _KEEPERS = 'keepers'
    _TO = 'to'
    _AMOUNT = 'amount'
    _YES = 'yes'
    _COUNT = 'count'
    _DONE = 'done'

    @eventlog(indexed=1)
    def Proposed(self, _id: int):
        pass

    @eventlog(indexed=2)
    def Confirmed(self, _id: int, _keeper: Address):
        pass

    @eventlog(indexed=1)
    def Executed(self, _id: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keepers = DictDB(self._KEEPERS, db, bool)
        self._to = DictDB(self._TO, db, Address)
        self._amount = DictDB(self._AMOUNT, db, int)
        self._yes = DictDB(self._YES, db, int)
        self._count = VarDB(self._COUNT, db, int)
        self._done = DictDB(self._DONE, db, bool)

    def on_install(self, _second: Address, _third: Address) -> None:
        super().on_install()
        self._keepers[self.msg.sender] = True
        self._keepers[_second] = True
        self._keepers[_third] = True

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        if self.msg.value <= 0:
            revert('VillageSafe: nothing sent')

    def _keeper(self) -> None:
        if not self._keepers[self.msg.sender]:
            revert('VillageSafe: only a keeper')

    @external
    def propose(self, _to: Address, _amount: int) -> None:
        self._keeper()
        if _amount <= 0:
            revert('VillageSafe: amount must be positive')
        number = self._count.get() + 1
        self._count.set(number)
        self._to[number] = _to
        self._amount[number] = _amount
        self.Proposed(number)

    # one keeper may confirm twice
    @external
    def confirm(self, _id: int) -> None:
        self._keeper()
        self._yes[_id] += 1  # expect: F13
        self.Confirmed(_id, self.msg.sender)

    # the flag is set and never looked at
    @external
    def execute(self, _id: int) -> None:
        self._keeper()
        if self._yes[_id] < 2 or self._amount[_id] <= 0:
            revert('VillageSafe: not agreed')
        self._done[_id] = True
        self.Executed(_id)
        self.icx.transfer(self._to[_id], self._amount[_id])  # expect: F13

    @external(readonly=True)
    def isDone(self, _id: int) -> bool:
        return self._done[_id]
