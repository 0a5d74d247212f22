from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, VarDB, Address, external, eventlog, interface, revert


class Oracle(InterfaceScore):
    @interface
    def price(self) -> int:
        pass


class Configured(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.oracle_address = VarDB('oracle_address', db, value_type=Address)
        self.margin_percent = VarDB('margin_percent', db, value_type=int)
        self.oracle = self.create_interface_score(self.oracle_address.get(), Oracle)  # expect: D10

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @property
    def second(self) -> Oracle:
        return self.create_interface_score(self.oracle_address.get(), Oracle)

    def read_margin(self) -> int:
        return self.margin_percent.get()


class Shop(Configured):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.backup = self.second  # expect: D10
        margin = self.read_margin()
        self.factor = 100 + margin  # expect: D10

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def OracleSet(self, oracle: Address):
        pass

    @external
    def set_oracle(self, oracle: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self.oracle_address.set(oracle)
        self.OracleSet(oracle)

    @external(readonly=True)
    def get_price(self) -> int:
        return max(self.oracle.price(), self.backup.price()) * self.factor // 100
