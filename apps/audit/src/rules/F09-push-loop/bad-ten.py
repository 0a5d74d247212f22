from iconservice import *

TAG = 'Regatta'

PRIZES = 10


class Regatta(IconScoreBase):
    """The first ten are paid at once: one of them that refuses ICX stops all."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._boats = ArrayDB('boats', db, value_type=Address)
        self._in = DictDB('in', db, value_type=bool)
        self._judges = ArrayDB('judges', db, value_type=Address)
        self._won = DictDB('won', db, value_type=int)
        self._pot = VarDB('pot', db, value_type=int)
        self._over = VarDB('over', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def enter(self) -> None:
        if self._in[self.msg.sender] or len(self._boats) >= 100:
            revert('Regatta: entered, or full')
        self._in[self.msg.sender] = True
        self._boats.put(self.msg.sender)
        self._pot.set(self._pot.get() + self.msg.value)

    @external
    def finish(self) -> None:
        if self.msg.sender != self.owner or self._over.get() or len(self._boats) < PRIZES:
            revert('Regatta: owner only, and once')
        self._over.set(True)
        pot = self._pot.get()
        self._pot.set(0)
        for place in range(PRIZES):
            self.icx.transfer(self._boats[place], pot // PRIZES)  # expect: F09

    @external
    def finish_later(self) -> None:
        if self.msg.sender != self.owner or self._over.get() or len(self._boats) < PRIZES:
            revert('Regatta: owner only, and once')
        self._over.set(True)
        pot = self._pot.get()
        self._pot.set(0)
        for place in range(PRIZES):
            self._won[self._boats[place]] += pot // PRIZES  # ok: F09

    @external
    def collect(self) -> None:
        won = self._won[self.msg.sender]
        self._won[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, won)
