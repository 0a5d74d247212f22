from iconservice import *

TAG = 'BoatHouse'


class BoatHouse(IconScoreBase):
    """A boat that is christened anew: what it is called is not the name of a coin."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._boat = VarDB('boat', db, value_type=str)
        self._flag = VarDB('flag', db, value_type=str)
        self._keeper = VarDB('keeper', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._keeper.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Christened(self, _boat: str, _flag: str):
        pass

    @eventlog(indexed=1)
    def Handed(self, _to: Address):
        pass

    @external(readonly=True)
    def get_name(self) -> str:
        return self._boat.get()

    @external(readonly=True)
    def get_symbol(self) -> str:
        return self._flag.get()

    @external
    def transfer(self, _to: Address) -> None:
        if self.msg.sender != self._keeper.get():
            revert(f'{TAG}: the keeper only')
        self._keeper.set(_to)
        self.Handed(_to)

    @external
    def christen(self, _boat: str, _flag: str) -> None:
        if self.msg.sender != self._keeper.get():
            revert(f'{TAG}: the keeper only')
        if len(_boat) + len(_flag) > 60:
            revert(f'{TAG}: too long')
        self._boat.set(_boat)  # ok: T06
        self._flag.set(_flag)  # ok: T06
        self.Christened(_boat, _flag)
