from iconservice import *

TAG = 'Freight'


class Recorder:
    """No contract: an ordinary method, however it is named."""

    def Shipped(self, rows: list) -> int:  # ok: L06
        return len(rows)


class Freight(IconScoreBase):

    @eventlog
    def Opened(self) -> None:  # ok: L06
        """Nothing to say but that it happened."""

    @eventlog(indexed=3)
    def Shipped(self, sender: 'Address', receiver: Address, number: int, note: bytes = None):  # ok: L06
        pass

    @eventlog(indexed=0)
    def Checked(self, number: int, passed: bool, seal: bytes, place: str):  # ok: L06
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._seal = DictDB('seal', db, value_type=bytes)

    def on_install(self) -> None:
        super().on_install()
        self.Opened()

    def on_update(self) -> None:
        super().on_update()

    @external
    def ship(self, _receiver: Address, _note: bytes = None) -> None:
        number = self._count.get() + 1
        self._count.set(number)
        self.Shipped(self.msg.sender, _receiver, number, _note)

    @external
    def check(self, _number: int, _seal: bytes, _place: str) -> None:
        if self.msg.sender != self.owner:
            revert('Freight: only the owner')
        if _number <= 0 or _number > self._count.get() or len(_place) > 20:
            revert('Freight: no such number, or place too long')
        self._seal[_number] = _seal
        self.Checked(_number, True, _seal, _place)

    @external(readonly=True)
    def sealOf(self, _number: int) -> bytes:
        return self._seal[_number]

    @external(readonly=True)
    def rows(self) -> int:
        return Recorder().Shipped(['a', 'b'])
