from iconservice import *

TAG = 'TideClock'


class TideClock(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._stopped = VarDB('stopped', db, value_type=bool)
        self._tide = VarDB('tide', db, value_type=int)
        self._level = VarDB('level', db, value_type=int)
        self._calls = VarDB('calls', db, value_type=int)
        self._turned_at = VarDB('turned_at', db, value_type=int)
        self._seen = DictDB('seen', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._turned_at.set(self.block_height)

    def on_update(self) -> None:
        super().on_update()

    @external
    def stop(self) -> None:
        if not self._stopped.get():
            self._stopped.set(True)  # expect: A01

    @external
    def turn(self) -> None:
        self._move(6)  # expect: A01

    def _move(self, hours: int) -> None:
        self._tide.set(self._tide.get() + hours)

    @external
    def drain(self) -> None:
        self._level.remove()  # expect: A01

    @external
    def call(self) -> None:
        # Nobody goes by it.
        self._calls.set(self._calls.get() + 1)  # ok: A01

    @external
    def turn_in_time(self) -> None:
        if self.block_height < self._turned_at.get() + 10_800:
            revert('TideClock: not yet')
        self._turned_at.set(self._turned_at.get() + 10_800)  # ok: A01

    @external
    def look(self) -> None:
        if self._stopped.get():
            revert('TideClock: stopped')
        self._seen[self.msg.sender] = self._tide.get() + self._level.get()
        # Counted along with what the caller does.
        self._level.set(self._level.get() + 1)  # ok: A01

    @external(readonly=True)
    def tide(self) -> int:
        return self._tide.get()

    @external(readonly=True)
    def seen(self, who: Address) -> int:
        return self._seen[who]
