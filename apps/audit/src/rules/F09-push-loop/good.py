from iconservice import *

TAG = 'AppleCoop'


class AppleCoop(IconScoreBase):
    """Loops write down what each may fetch; each fetches it alone."""

    _RANK = 'rank'
    _CREDIT = 'credit'
    _FIRST = 'first'
    _SECOND = 'second'
    RANKS = 3

    @eventlog(indexed=1)
    def Ranked(self, _rank: int, _member: Address):
        pass

    @eventlog(indexed=1)
    def Earned(self, _amount: int):
        pass

    @eventlog(indexed=1)
    def Fetched(self, _member: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rank = DictDB(self._RANK, db, Address)
        self._credit = DictDB(self._CREDIT, db, int)
        self._first = VarDB(self._FIRST, db, Address)
        self._second = VarDB(self._SECOND, db, Address)

    def on_install(self, _first: Address, _second: Address) -> None:
        super().on_install()
        self._first.set(_first)
        self._second.set(_second)

    def on_update(self) -> None:
        super().on_update()

    @external
    def setRank(self, _rank: int, _member: Address) -> None:
        if self.msg.sender != self.owner:
            revert('AppleCoop: only the owner')
        if _rank < 1 or _rank > self.RANKS:
            revert('AppleCoop: rank out of range')
        self._rank[_rank] = _member
        self.Ranked(_rank, _member)

    @external
    @payable
    def earn(self) -> None:
        each = self.msg.value // self.RANKS
        if each <= 0:
            revert('AppleCoop: nothing to share')
        for rank in range(1, self.RANKS + 1):
            member = self._rank[rank]
            if member is None:
                revert('AppleCoop: a rank is empty')
            self._credit[member] += each  # ok: F09
        self.Earned(self.msg.value)

    # two partners, named at install: no list that strangers get into
    @external
    @payable
    def tipPartners(self) -> None:
        half = self.msg.value // 2
        if half <= 0:
            revert('AppleCoop: nothing to share')
        self.Earned(self.msg.value)
        for partner in (self._first.get(), self._second.get()):
            self.icx.transfer(partner, half)  # ok: F09

    @external
    def fetch(self) -> None:
        amount = self._credit[self.msg.sender]
        if amount <= 0:
            revert('AppleCoop: nothing to fetch')
        self._credit[self.msg.sender] = 0
        self.Fetched(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)  # ok: F09

    @external(readonly=True)
    def creditOf(self, _member: Address) -> int:
        return self._credit[_member]
