from iconservice import *

TAG = 'Harbour'

FREE = 0
TAKEN = 1


class Berth:
    """What is kept of one berth, each under a name of its own."""

    def __init__(self, number: int, db: IconScoreDatabase) -> None:
        def var(name, kind):
            return VarDB('berth_{}_{}'.format(number, name), db, value_type=kind)

        self.holder = var('holder', Address)
        self.state = var('state', int)


class Harbour(IconScoreBase):
    """Whoever comes first has a name or a berth; what is new belongs to nobody yet, and time takes it from all."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._state = DictDB('state', db, value_type=int)
        self._captain = DictDB('captain', db, value_type=Address)
        self._crew = DictDB('crew', db, value_type=bool, depth=2)
        self._guest = DictDB('guest', db, value_type=Address)
        self._until = DictDB('until', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)
        self._log = VarDB('log', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def name_ship(self, _name: str) -> None:
        if self._state[_name] != FREE:
            revert('Harbour: taken')
        self._state[_name] = TAKEN
        self._captain[_name] = self.msg.sender  # ok: A01

    @external
    def rename(self, _name: str, _log: str) -> None:
        if self._captain[_name] != self.msg.sender:
            revert('Harbour: captain only')
        self._log.set(_log[:100])

    @external
    def muster(self, _mate: Address) -> None:
        ship = self._last.get() + 1
        self._last.set(ship)
        self._crew[ship][self.msg.sender] = True
        self._crew[ship][_mate] = True  # ok: A01

    @external
    def dismiss(self, _ship: int, _mate: Address) -> None:
        if not self._crew[_ship][self.msg.sender]:
            revert('Harbour: crew only')
        self._crew[_ship][_mate] = False

    @external
    def moor(self, _berth: int) -> None:
        berth = Berth(_berth, self.db)
        if berth.state.get() != FREE:
            revert('Harbour: taken')
        berth.state.set(TAKEN)  # ok: A01
        berth.holder.set(self.msg.sender)

    @external
    def cast_off(self, _berth: int) -> None:
        berth = Berth(_berth, self.db)
        if berth.holder.get() != self.msg.sender:
            revert('Harbour: holder only')
        berth.state.set(FREE)

    @external
    def invite(self, _berth: int, _guest: Address, _days: int) -> None:
        if Berth(_berth, self.db).holder.get() != self.msg.sender or not 0 < _days < 30:
            revert('Harbour: holder only')
        self._guest[_berth] = _guest
        self._until[_berth] = self.now() + _days * 86400 * 10 ** 6

    @external
    def look_in(self, _berth: int) -> None:
        if self._guest[_berth] != self.msg.sender:
            revert('Harbour: guest only')
        self._log.set(f'{_berth}')

    @external
    def send_off(self, _berth: int) -> None:
        if self.now() < self._until[_berth]:
            revert('Harbour: too early')
        del self._guest[_berth]  # ok: A01
