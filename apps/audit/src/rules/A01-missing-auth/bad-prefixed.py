from iconservice import *

TAG = 'Waterworks'


class Meter(InterfaceScore):
    @interface
    def read(self) -> int:
        pass


class Line:
    """What is kept of one line, each below a prefix of its own."""

    def __init__(self, db: IconScoreDatabase) -> None:
        self.rate = VarDB('rate', db, value_type=int)
        self.meter = VarDB('meter', db, value_type=Address)
        self.label = VarDB('label', db, value_type=str)


class Lines:
    def __init__(self, db: IconScoreDatabase) -> None:
        self._db = db

    def __getitem__(self, name: str) -> Line:
        return Line(self._db.get_sub_db(name.encode()))


class Waterworks(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._names = ArrayDB('names', db, value_type=str)
        self._lines = Lines(db)
        self._drawn = VarDB('drawn', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def rate(self, name: str, rate: int) -> None:
        if name not in self._names:
            revert('Waterworks: no such line')
        self._lines[name].rate.set(rate)  # expect: A01

    @external
    def connect(self, name: str, meter: Address) -> None:
        if name not in self._names:
            self._names.put(name)
        self._lines[name].meter.set(meter)  # expect: A01

    @external
    def rate_own(self, rate: int) -> None:
        self._lines[str(self.msg.sender)].rate.set(rate)  # ok: A01

    @external
    def label_new(self, name: str, label: str) -> None:
        if name in self._names:
            revert('Waterworks: there is one')
        self._names.put(name)
        self._lines[name].label.set(label)  # ok: A01

    @external
    def draw(self, name: str) -> None:
        line = self._lines[name]
        meter = self.create_interface_score(line.meter.get(), Meter)
        self._drawn.set(self._drawn.get() + line.rate.get() * meter.read())

    @external(readonly=True)
    def label(self, name: str) -> str:
        return self._lines[name].label.get()
