from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert


class Owned(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.boss = VarDB('boss', db, Address)

    @eventlog(indexed=1)
    def BossChanged(self, boss: Address):
        pass

    def _set_boss(self, boss: Address) -> None:
        self.boss.set(boss)
        self.BossChanged(boss)

    def _must_be_boss(self) -> None:
        if self.msg.sender != self.boss.get():
            revert('only the boss')


class Bakery(Owned):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.price = DictDB('price', db, int)

    def on_install(self) -> None:
        super().on_install()
        self._set_boss(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def PriceChanged(self, bread: str, price: int):
        pass

    @external(readonly=True)
    def priceOf(self, bread: str) -> int:
        return self.price[bread]

    @external
    def setBoss(self, boss: Address) -> None:  # ok: T10
        self._must_be_boss()
        self._set_boss(boss)

    @external
    def setPrice(self, bread: str, price: int) -> None:  # ok: T10
        self._must_be_boss()
        if price <= 0 or len(bread) > 40:
            revert('price or name is out of range')
        self.price[bread] = price
        self.PriceChanged(bread, price)
