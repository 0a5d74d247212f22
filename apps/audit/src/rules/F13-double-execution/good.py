from iconservice import *

TAG = 'TownSafe'


class TownSafe(IconScoreBase):
    """Votes and payments each count once: flags inline and in helpers."""

    _KEEPERS = 'keepers'
    _TO = 'to'
    _AMOUNT = 'amount'
    _VOTED = 'voted'
    _YES = 'yes'
    _COUNT = 'count'
    _STATE = 'state'
    NEEDED = 2
    OPEN = 1
    DONE = 2

    @eventlog(indexed=1)
    def Proposed(self, _id: int):
        pass

    @eventlog(indexed=2)
    def Confirmed(self, _id: int, _keeper: Address):
        pass

    @eventlog(indexed=1)
    def Executed(self, _id: int):
        pass

    @eventlog(indexed=1)
    def Received(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keepers = DictDB(self._KEEPERS, db, bool)
        self._to = DictDB(self._TO, db, Address)
        self._amount = DictDB(self._AMOUNT, db, int)
        self._voted = DictDB(self._VOTED, db, bool, depth=2)
        self._yes = DictDB(self._YES, db, int)
        self._count = VarDB(self._COUNT, db, int)
        self._state = DictDB(self._STATE, db, int)

    def on_install(self, _second: Address, _third: Address) -> None:
        super().on_install()
        self._keepers[self.msg.sender] = True
        self._keepers[_second] = True
        self._keepers[_third] = True

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        self.Received(self.msg.value)

    def _keeper(self) -> None:
        if not self._keepers[self.msg.sender]:
            revert('TownSafe: only a keeper')

    def _must_be_open(self, number: int) -> None:
        if self._state[number] != self.OPEN:
            revert('TownSafe: not open')

    @external
    def propose(self, _to: Address, _amount: int) -> None:
        self._keeper()
        if _amount <= 0:
            revert('TownSafe: amount must be positive')
        number = self._count.get() + 1
        self._count.set(number)
        self._to[number] = _to
        self._amount[number] = _amount
        self._state[number] = self.OPEN
        self.Proposed(number)

    @external
    def confirm(self, _id: int) -> None:
        self._keeper()
        self._must_be_open(_id)
        if self._voted[_id][self.msg.sender]:
            revert('TownSafe: confirmed already')
        self._voted[_id][self.msg.sender] = True
        self._yes[_id] += 1  # ok: F13
        self.Confirmed(_id, self.msg.sender)

    # keepers may all ask for it: the state lets it happen once
    @external
    def execute(self, _id: int) -> None:
        self._keeper()
        self._must_be_open(_id)
        if self._yes[_id] < self.NEEDED:
            revert('TownSafe: not agreed')
        self._state[_id] = self.DONE
        self.Executed(_id)
        self.icx.transfer(self._to[_id], self._amount[_id])  # ok: F13

    @external(readonly=True)
    def stateOf(self, _id: int) -> int:
        return self._state[_id]
