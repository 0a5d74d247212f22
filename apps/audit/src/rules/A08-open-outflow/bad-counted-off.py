from iconservice import *

TAG = 'Mill'


class Goods(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Mill(IconScoreBase):
    """Tolls are kept in two sorts of goods, under 0 and 1."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._corn = VarDB('corn', db, value_type=Address)
        self._flour = VarDB('flour', db, value_type=Address)
        self._miller = VarDB('miller', db, value_type=Address)
        self._tolls = DictDB('tolls', db, value_type=int)

    def on_install(self, _corn: Address, _flour: Address, _miller: Address) -> None:
        super().on_install()
        self._corn.set(_corn)
        self._flour.set(_flour)
        self._miller.set(_miller)

    def on_update(self) -> None:
        super().on_update()

    def _goods(self, sort: int) -> Address:
        return self._corn.get() if sort == 0 else self._flour.get()

    def _hand_over(self, sort: int, to: Address, amount: int) -> None:
        if amount > 0:
            self.create_interface_score(self._goods(sort), Goods).transfer(to, amount)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender not in (self._corn.get(), self._flour.get()):
            revert('Mill: corn and flour only')
        self._tolls[0 if self.msg.sender == self._corn.get() else 1] += _value

    @external
    def carry_off(self, _to: Address) -> None:
        for sort in (0, 1):
            amount = self._tolls[sort]
            self._tolls[sort] = 0
            self._hand_over(sort, _to, amount)  # expect: A08

    @external
    def collect(self, _to: Address) -> None:
        if self.msg.sender != self._miller.get():
            revert('Mill: miller only')
        for sort in (0, 1):
            amount = self._tolls[sort]
            self._tolls[sort] = 0
            self._hand_over(sort, _to, amount)  # ok: A08

    # whoever turns the handle, it goes to the miller
    @external
    def push(self) -> None:
        for sort in (0, 1):
            amount = self._tolls[sort]
            self._tolls[sort] = 0
            self._hand_over(sort, self._miller.get(), amount)  # ok: A08
