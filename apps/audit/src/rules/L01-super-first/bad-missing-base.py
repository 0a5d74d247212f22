from iconservice import *

from .keeper import Keeper

TAG = 'LampShop'


class LampShop(IconScoreBase, Keeper):
    """One of the two parents stands in a file that was not handed in; its methods are called by its name."""

    def __init__(self, db: IconScoreDatabase) -> None:
        IconScoreBase.__init__(self, db)  # ok: L01
        self._lamps = VarDB('lamps', db, value_type=int)

    def on_install(self, _lamps: int) -> None:
        Keeper.on_install(self)  # ok: L01
        if _lamps < 0:
            revert(f'{TAG}: no fewer than none')
        self._lamps.set(_lamps)

    def on_update(self) -> None:  # expect: L01
        pass

    @external(readonly=True)
    def lamps(self) -> int:
        return self._lamps.get()


class LampMuseum(Keeper, IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._opened = VarDB('opened', db, value_type=int)

    def on_install(self) -> None:
        self._opened.set(self.block_height)
        Keeper.on_install(self)  # expect: L01

    def on_update(self) -> None:
        Keeper.on_update(self)  # ok: L01

    @external(readonly=True)
    def opened(self) -> int:
        return self._opened.get()
