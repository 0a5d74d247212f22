from iconservice import *

TAG = 'TeaShares'


class TeaShares(IconScoreBase):
    """Leaves are given back for their part of the chest. The helper pays, and what is left is counted behind it."""

    @eventlog(indexed=1)
    def Brewed(self, account: Address, leaves: int, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._leaves = DictDB('leaves', db, value_type=int)
        self._all = VarDB('all', db, value_type=int)
        self._chest = VarDB('chest', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def plant(self) -> None:
        if self.msg.value <= 0:
            revert(f'{TAG}: nothing sent')
        self._leaves[self.msg.sender] += self.msg.value
        self._all.set(self._all.get() + self.msg.value)
        self._chest.set(self._chest.get() + self.msg.value)

    def _part(self, leaves: int) -> int:
        if not 0 < leaves <= self._leaves[self.msg.sender]:
            revert(f'{TAG}: not that many')
        return self._chest.get() * leaves // self._all.get()

    def _pay(self, amount: int) -> None:
        self._hand(self.msg.sender, amount)  # expect: F01
        self._chest.set(self._chest.get() - amount)

    def _hand(self, to: Address, amount: int) -> None:
        self.icx.transfer(to, amount)

    def _pluck(self, leaves: int) -> None:
        self._leaves[self.msg.sender] -= leaves
        self._all.set(self._all.get() - leaves)

    @external
    def brew(self, leaves: int) -> None:
        amount = self._part(leaves)
        self._pay(amount)  # expect: F01
        self._pluck(leaves)
        self.Brewed(self.msg.sender, leaves, amount)

    @external
    def brew_gently(self, leaves: int) -> None:
        amount = self._part(leaves)
        self._pluck(leaves)
        self._chest.set(self._chest.get() - amount)
        self.Brewed(self.msg.sender, leaves, amount)
        self._hand(self.msg.sender, amount)  # ok: F01
