from iconservice import *

TAG = 'Duel'

WAIT = 600 * 10 ** 6


class Duel(IconScoreBase):
    """Who waits too long has lost; but who comes for the pot is asked only not to be the one who was waited for."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._duels = DictDB('duels', db, value_type=str)
        self._open = DictDB('open', db, value_type=bool)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def begin(self, _other: Address) -> None:
        if self.msg.value <= 0:
            revert('Duel: no stake')
        duel = self._last.get() + 1
        self._last.set(duel)
        players = {'a': str(self.msg.sender), 'b': str(_other), 'turn': 'b', 'time': self.now(), 'stake': self.msg.value}
        self._duels[duel] = json_dumps(players)
        self._open[duel] = True

    @external
    def out_of_time(self, _duel: int) -> None:
        duel = json_loads(self._duels[_duel])
        if not self._open[_duel] or self.now() - duel['time'] < WAIT:
            revert('Duel: over, or too early')
        if str(self.msg.sender) == duel[duel['turn']]:
            revert('Duel: it is your turn')
        self._open[_duel] = False
        pot = duel['stake'] * 2
        self.icx.transfer(self.msg.sender, pot - pot // 50)  # expect: A08

    @external
    def give_up_waiting(self, _duel: int) -> None:
        duel = json_loads(self._duels[_duel])
        if not self._open[_duel] or self.now() - duel['time'] < WAIT:
            revert('Duel: over, or too early')
        if str(self.msg.sender) not in (duel['a'], duel['b']):
            revert('Duel: not your duel')
        self._open[_duel] = False
        pot = duel['stake'] * 2
        self.icx.transfer(self.msg.sender, pot - pot // 50)  # ok: A08
