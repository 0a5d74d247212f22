from iconservice import *

TAG = 'Guild'
RANKS = ('apprentice', 'journeyman', 'master')


class Store:
    """Handles with a common prefix."""

    def __init__(self, db: IconScoreDatabase, prefix: str) -> None:
        self.size = VarDB(f'{prefix}_size', db, int)  # ok: L02
        self.name_of = DictDB(f'{prefix}_name_of', db, str)

    def next(self) -> int:
        return self.size.get() + 1


class Guild(IconScoreBase):

    @eventlog(indexed=1)
    def FeeSet(self, by: Address, fee: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)
        self._store = Store(db, 'member')  # ok: L02
        self._counts = {}
        for rank in RANKS:
            self._counts[rank] = VarDB('count_' + rank, db, value_type=int)  # ok: L02
        self._masters = self._counts['master']  # ok: L02
        self._limit = lambda: self._fee.get() * 100  # ok: L02

        def fee_of(rank: str) -> int:
            return self._fee.get() + self._counts[rank].get()  # ok: L02

        self._fee_of = fee_of
        if len(RANKS) != len(self._counts):  # ok: L02
            revert('Guild: ranks twice')

    def on_install(self) -> None:
        super().on_install()
        self._fee.set(10 ** 18)  # ok: L02
        self._masters.set(1)

    def on_update(self) -> None:
        super().on_update()

    @external
    def setFee(self, _fee: int) -> None:
        if self.msg.sender != self.owner:
            revert('Guild: only the owner')
        if _fee <= 0 or _fee > 10 ** 24:
            revert('Guild: fee out of range')
        self._fee.set(_fee)
        self.FeeSet(self.msg.sender, _fee)

    @external
    def join(self, _name: str) -> None:
        if len(_name) == 0 or len(_name) > 30:
            revert('Guild: 1 to 30 characters')
        number = self._store.next()
        self._store.size.set(number)
        self._store.name_of[number] = _name

    @external(readonly=True)
    def feeOf(self, _rank: str) -> int:
        if _rank not in RANKS:
            return 0
        return min(self._fee_of(_rank), self._limit())
