from iconservice import *

TAG = 'Bees'


class Hive:
    """What is kept of one hive, below a prefix of its own."""

    def __init__(self, db: IconScoreDatabase, name: str) -> None:
        below = db.get_sub_db(b'hive|' + name.encode())
        self.frames = VarDB('frames', below, value_type=int)
        self.honey = VarDB('honey', below, value_type=int)
        self.wax = VarDB('honey', below, value_type=int)  # expect: S08


class Meadow:
    """Two meadows are two things, though their containers have one name."""

    def __init__(self, db: IconScoreDatabase, name: str) -> None:
        below = db.get_sub_db(b'meadow|' + name.encode())
        beside = db.get_sub_db(b'beside|' + name.encode())
        self.flowers = VarDB('flowers', below, value_type=int)
        self.others = VarDB('flowers', beside, value_type=int)  # ok: S08


class Bees(IconScoreBase):

    @eventlog(indexed=1)
    def Harvested(self, _hive: str, _honey: int, _wax: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._below = db

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def harvest(self, _hive: str, _honey: int, _wax: int) -> None:
        if self.msg.sender != self.owner or _honey < 0 or _wax < 0:
            revert(f'{TAG}: the owner harvests')
        hive = Hive(self._below, _hive)
        hive.honey.set(hive.honey.get() + _honey)
        hive.wax.set(hive.wax.get() + _wax)
        hive.frames.set(hive.frames.get() + 1)
        self.Harvested(_hive, _honey, _wax)

    @external(readonly=True)
    def flowers(self, _first: str, _second: str) -> int:
        first, second = Meadow(self._below, _first), Meadow(self._below, _second)
        return first.flowers.get() + first.others.get() + second.flowers.get()
