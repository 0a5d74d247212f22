from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, VarDB, Address, external, eventlog, interface, revert


class Rates(InterfaceScore):
    @interface
    def rate(self) -> int:
        pass


class Exchange(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.rates_address = VarDB('rates_address', db, value_type=Address)
        self.make_limits(db)

    def make_limits(self, db: IconScoreDatabase) -> None:
        self.limit = VarDB('limit', db, value_type=int)  # ok: D10

    @property
    def rates(self) -> Rates:
        return self.create_interface_score(self.rates_address.get(), Rates)  # ok: D10

    def on_install(self, rates: Address) -> None:
        super().on_install()
        self.rates_address.set(rates)

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def LimitSet(self, limit: int):
        pass

    @external
    def set_limit(self, limit: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if limit <= 0:
            revert('limit must be positive')
        self.limit.set(limit)
        self.LimitSet(limit)

    @external(readonly=True)
    def get_rate(self) -> int:
        return min(self.rates.rate(), self.limit.get())
