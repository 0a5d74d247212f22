from iconservice import *

TAG = 'Pond'


class Base(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fish = VarDB('fish', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()


class Named(Base):

    @external(readonly=True)
    def name(self) -> str:
        return TAG


class Pond(Base, Named):  # expect: L13

    @external(readonly=True)
    def fish(self) -> int:
        return self._fish.get()


class Lake(Named, Base):  # ok: L13

    @external(readonly=True)
    def fish(self) -> int:
        return self._fish.get()


class Puddle(IconScoreBase, Named):  # expect: L13
    pass
