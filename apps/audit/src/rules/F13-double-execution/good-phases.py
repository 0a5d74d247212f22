from iconservice import *

OPEN = 'open'
SEATED = 'seated'
SHOWN = 'shown'
OVER = 'over'
CALLED_OFF = 'called off'


class Table:
    def __init__(self, number: int, db: IconScoreDatabase):
        self.host = VarDB(f'table{number}host', db, value_type=Address)
        self.guest = VarDB(f'table{number}guest', db, value_type=Address)
        self.stake = VarDB(f'table{number}stake', db, value_type=int)
        self.phase = VarDB(f'table{number}phase', db, value_type=str)
        self.shown = VarDB(f'table{number}shown', db, value_type=int)


class CardTable(IconScoreBase):
    """A phase that is set twice in one run is no lock."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db
        self._chips = DictDB('chips', db, value_type=int)
        self._tables = VarDB('tables', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def open_table(self) -> None:
        number = self._tables.get() + 1
        self._tables.set(number)
        table = Table(number, self._db)
        table.host.set(self.msg.sender)
        table.stake.set(self.msg.value)
        table.phase.set(OPEN)

    @external
    @payable
    def sit_down(self, number: int) -> None:
        table = Table(number, self._db)
        if table.phase.get() != OPEN or self.msg.value != table.stake.get():
            revert('no such seat')
        table.guest.set(self.msg.sender)
        table.phase.set(SEATED)

    @external
    def show(self, number: int) -> None:
        table = Table(number, self._db)
        if table.phase.get() not in (SEATED, SHOWN):
            revert('nothing to show')
        if self.msg.sender != table.host.get() and self.msg.sender != table.guest.get():
            revert('not at this table')
        table.phase.set(SHOWN)
        table.shown.set(table.shown.get() + 1)
        if table.shown.get() == 2:
            table.phase.set(OVER)

    @external
    def call_off(self, number: int) -> None:
        table = Table(number, self._db)
        if table.host.get() != self.msg.sender or table.phase.get() != OPEN:
            revert('not possible')
        table.phase.set(CALLED_OFF)
        self._chips[self.msg.sender] += table.stake.get()  # ok: F13

    @external
    def cash_in(self) -> None:
        chips = self._chips[self.msg.sender]
        self._chips[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, chips)
