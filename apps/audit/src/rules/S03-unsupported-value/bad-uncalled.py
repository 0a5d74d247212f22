from iconservice import *

TAG = 'Bakery'


class Bakery(IconScoreBase):
    """A function or a type is put into storage, where what it gives was meant."""

    @eventlog
    def Baked(self, _loaves: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._loaves = VarDB('loaves', db, value_type=int)
        self._yesterday = VarDB('yesterday', db, value_type=int)
        self._sold = DictDB('sold', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._loaves.set(int)  # expect: S03
        self._yesterday.set(int())  # ok: S03

    def on_update(self) -> None:
        super().on_update()

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('Bakery: only the baker')
        self._yesterday.set(self._loaves.get)  # expect: S03
        self._loaves.set(self._rest())  # ok: S03
        self._sold[self.msg.sender] = self._rest  # expect: S03
        self.Baked(self._loaves.get())

    def _rest(self) -> int:
        return self._loaves.get() - self._sold[self.msg.sender]
