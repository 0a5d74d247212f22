from iconservice import *

from .json import pack  # ok: D01
from . import json as packing  # ok: D01


class Menu(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._today = VarDB('today', db, value_type=str)
        self._next = VarDB('next', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def MenuChanged(self, today: str, tomorrow: str):
        pass

    @external
    def setMenu(self, _today: str, _tomorrow: str, _price: int) -> None:
        if self.msg.sender != self.owner:
            revert('Menu: only the owner')
        if _price <= 0:
            revert('Menu: price must be positive')
        if len(_today) > 60 or len(_tomorrow) > 60:
            revert('Menu: name too long')
        self._today.set(pack(_today, _price))
        self._next.set(packing.pack(_tomorrow, _price))
        self.MenuChanged(_today, _tomorrow)

    @external(readonly=True)
    def today(self) -> str:
        return self._today.get()

    @external(readonly=True)
    def tomorrow(self) -> str:
        return self._next.get()
