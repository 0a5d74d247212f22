from iconservice import *

MOST_HEIRS = 6


class Wills(IconScoreBase):
    """A deposit that is left to several heirs, and shares that the contract's owner sets."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._part = DictDB('part', db, value_type=int, depth=2)
        self._share = DictDB('share', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def SharesSet(self, shares: str):
        pass

    def _must_be_positive(self, amount: int) -> None:
        if amount <= 0:
            revert('each part is more than nothing')

    @payable
    @external
    def leave(self, parts: str) -> None:
        rows = json_loads(parts)
        if not 0 < len(rows) <= MOST_HEIRS:
            revert('one to six heirs')
        total = 0
        for row in rows:
            amount = int(row['amount'])
            self._must_be_positive(amount)
            total += amount  # ok: N05
        if total != self.msg.value:
            revert('all of the deposit is left to somebody')
        for row in rows:
            self._part[self.msg.sender][Address.from_string(row['heir'])] = int(row['amount'])

    @external
    def set_shares(self, shares: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner sets the shares')
        parts = json_loads(shares)
        if len(parts) > MOST_HEIRS or sum(parts) != 100:  # ok: N05
            revert('the shares make a hundred')
        for place in range(len(parts)):
            self._share[place] = parts[place]
        self.SharesSet(shares)

    @external
    def withdraw(self, giver: Address) -> None:
        amount = self._part[giver][self.msg.sender]
        if amount == 0:
            revert('nothing is left to you')
        self._part[giver][self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)

    @external(readonly=True)
    def share_of(self, place: int) -> int:
        return self._share[place]
