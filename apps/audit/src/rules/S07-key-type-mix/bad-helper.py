from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert, json_loads

TAG = 'Stable'


class Stakes:
    """Who staked how much on which horse."""

    def __init__(self, key: str, db: IconScoreDatabase) -> None:
        self._of = DictDB(f'{key}_of', db, value_type=int, depth=2)
        self._total = DictDB(f'{key}_total', db, value_type=int)

    def add(self, horse: int, account: Address, amount: int) -> None:
        row = self._of[horse]
        row[account] += amount
        self._total[horse] += amount

    def of(self, horse: int, account: Address) -> int:
        return self._of[horse][f'{account}']  # expect: S07

    def total(self, name: str) -> int:
        return self._total[name]  # expect: S07

    def half(self, horse: int) -> int:
        return self._total[horse] // 2


class Races(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._stakes = Stakes('stakes', db)
        self._credit = DictDB('credit', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    @eventlog(indexed=1)
    def Staked(self, account: Address, amount: int):
        pass


class Stable(Races):

    @external(readonly=True)
    def stake_of(self, horse: int, account: Address) -> int:
        return self._stakes.of(horse, account) + self._stakes.half(horse)

    @external(readonly=True)
    def total_of(self, horse: int) -> int:
        return self._stakes.total(str(horse))

    @external
    def stake(self, horse: int, amount: int) -> None:
        credit = self._credit[self.msg.sender]
        if not 0 < amount <= credit:
            revert('not enough credit')
        self._credit[self.msg.sender] = credit - amount
        self._stakes.add(horse, self.msg.sender, amount)
        self.Staked(self.msg.sender, amount)

    @external
    def refill(self, account: Address, amount: int) -> None:
        if self.msg.sender != self.owner or amount <= 0:
            revert('not possible')
        self._credit[str(account)] += amount  # expect: S07
        self.Staked(account, amount)
