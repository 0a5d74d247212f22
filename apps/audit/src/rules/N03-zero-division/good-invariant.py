from iconservice import *

TAG = 'Exchange'


def require(condition: bool, message: str) -> None:
    if not condition:
        revert(message)


def not_zero(number: int) -> int:
    require(number != 0, 'zero')
    return number


class Exchange(IconScoreBase):
    """The unit is positive from the installation on: every writer sees to it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._unit = VarDB('unit', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._unit.set(1000)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Quoted(self, account: Address, units: int):
        pass

    @eventlog
    def UnitChanged(self, unit: int):
        pass

    @external
    def set_unit(self, unit: int) -> None:
        require(self.msg.sender == self.owner, 'owner only')
        require(unit > 0, 'unit must be positive')
        self._unit.set(unit)
        self.UnitChanged(unit)

    @external
    def ask(self, amount: int, people: int) -> None:
        require(amount > 0, 'amount must be positive')
        units = amount // self._unit.get()  # ok: N03
        self.Quoted(self.msg.sender, units // not_zero(people))  # ok: N03

    @external(readonly=True)
    def page_of(self, index: int, size: int) -> int:
        if not size:
            revert('empty pages')
        return index // size  # ok: N03

    @external(readonly=True)
    def in_parts(self, amount: int) -> int:
        pieces = 0
        for parts in range(1, 5):
            pieces += amount // parts  # ok: N03
        return pieces
