from iconservice import *

TAG = 'Weather'


class Weather(IconScoreBase):
    """Numbers that were kept as text are added up and compared as if they were numbers."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=str)
        self._until = VarDB('until', db, value_type=str)
        self._stations = DictDB('stations', db, value_type=Address)
        self._degrees = DictDB('degrees', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._count.set('0')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Reported(self, name: str):
        pass

    @external
    def report(self, name: str, degrees: int) -> None:
        if self._stations[name] != self.msg.sender or not -90 <= degrees <= 60:
            revert('not your station, or no such degrees')
        if self.block_height > self._until.get():  # expect: L17
            revert('too late')
        self._degrees[name] = degrees
        self._count.set(str(int(self._count.get()) + 1))  # ok: L17
        self.Reported(name)

    @external(readonly=True)
    def next_number(self) -> str:
        return self._count.get() + 1  # expect: L17

    @external(readonly=True)
    def label(self, name: str) -> str:
        station = self._stations[name]
        if name > 'm':  # ok: L17
            return 'late ' + name + str(station)  # ok: L17
        return 'station ' + station  # expect: L17

    @external(readonly=True)
    def ticket(self, name: str) -> str:
        return name * 2 + '%d' % self._degrees[name]  # ok: L17
