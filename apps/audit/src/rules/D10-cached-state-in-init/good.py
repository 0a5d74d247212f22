from iconservice import *

TAG = 'Shop'
PARTS = ('bread', 'milk')


class Oracle(InterfaceScore):
    @interface
    def price(self) -> int:
        pass


class Registry(InterfaceScore):
    @interface
    def getStepPrice(self) -> int:
        pass


class Shop(IconScoreBase):
    """Whatever may change is read at use; the constructor keeps handles and constants."""

    @eventlog(indexed=1)
    def OracleSet(self, oracle: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db  # ok: D10
        self._me = self.address  # ok: D10
        self._unit = 10 ** 18  # ok: D10
        self._oracle_address = VarDB('oracle_address', db, value_type=Address)
        self._stock = [VarDB('stock_' + part, db, value_type=int) for part in PARTS]  # ok: D10
        self._oracle = lambda: self.create_interface_score(self._oracle_address.get(), Oracle)  # ok: D10
        self._system = self.create_interface_score(SYSTEM_SCORE_ADDRESS, Registry)  # ok: D10

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def setOracle(self, _oracle: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Shop: only the owner')
        if not _oracle.is_contract:
            revert('Shop: not a contract')
        self._oracle_address.set(_oracle)
        self.OracleSet(_oracle)

    @external(readonly=True)
    def price(self) -> int:
        return self._oracle().price() * self._unit

    @external(readonly=True)
    def stepPrice(self) -> int:
        return self._system.getStepPrice()

    @external(readonly=True)
    def stock(self) -> list:
        return [part.get() for part in self._stock]

    @external(readonly=True)
    def me(self) -> Address:
        return self._me
