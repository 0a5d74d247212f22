from iconservice import *

TAG = 'Apiary'


class Apiary(IconScoreBase):
    """Methods and containers where what they give is meant."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._honey = DictDB('honey', db, value_type=int)
        self._frames = DictDB('frames', db, value_type=int, depth=2)
        self._hives = ArrayDB('hives', db, value_type=str)
        self._jars = VarDB('jars', db, value_type=int)
        self.queens = VarDB('queens', db, value_type=int)
        self.label = 'Apiary'

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def jars(self) -> int:
        return self._jars.get()

    @property
    def keeper(self) -> str:
        return 'Keeper'

    def queens(self) -> int:
        return 1

    @external
    def fill(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')
        self._jars.set(self.jars.get() + 1)  # expect: L17
        self._jars.set(self.jars() + 1)  # ok: L17
        self._jars.set(self._jars.get.real() + 1)  # expect: L17
        self._jars.set(self.queens.get() + 1)  # ok: L17

    @external(readonly=True)
    def sign(self) -> str:
        return self.keeper.upper() + self.label.upper()  # ok: L17

    @external(readonly=True)
    def honey(self) -> str:
        return json_dumps(self._honey)  # expect: L17

    @external(readonly=True)
    def hives(self) -> str:
        return json_dumps({'hives': self._hives})  # expect: L17

    @external(readonly=True)
    def frames(self, _hive: str) -> str:
        return json_dumps({'frames': self._frames[_hive], 'jars': 1})  # expect: L17

    @external(readonly=True)
    def all(self, _hive: str) -> str:
        hives = [each for each in self._hives]
        found = {'hives': hives, 'frame': self._frames[_hive]['first'], 'first': self._hives[0]}
        return json_dumps([found, self._jars.get(), self._honey[_hive]])  # ok: L17
