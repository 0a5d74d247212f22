from iconservice import *

TAG = 'Exchange'


class Rates(InterfaceScore):
    @interface
    def rate(self, symbol: str) -> int:
        pass


def convert(amount: int, price_in: int, price_out: int) -> int:
    return amount * price_in // price_out  # expect: N03


class Desk(IconScoreBase):

    @property
    def unit(self) -> VarDB:
        return VarDB('unit', self.db, int)

    @property
    def source(self) -> VarDB:
        return VarDB('source', self.db, Address)

    def on_install(self, source: Address) -> None:
        super().on_install()
        self.source.set(source)

    def on_update(self) -> None:
        super().on_update()


class Exchange(Desk):

    @eventlog(indexed=1)
    def Quoted(self, account: Address, amount: int):
        pass

    @eventlog
    def UnitChanged(self, unit: int):
        pass

    @external
    def set_unit(self, unit: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        if unit < 0:
            revert('unit must not be negative')
        self.unit.set(unit)
        self.UnitChanged(unit)

    @external
    def ask(self, amount: int) -> None:
        if amount <= 0 or amount % self.unit.get() != 0:  # expect: N03
            revert('whole units only')
        rates = self.create_interface_score(self.source.get(), Rates)
        self.Quoted(self.msg.sender, convert(amount, rates.rate('ICX'), rates.rate('USD')))

    @external(readonly=True)
    def units_in(self, amount: int) -> int:
        if amount != 0:
            return amount // self.unit.get()  # expect: N03
        return 0
