from iconservice import *

TAG = 'Planetarium'


class Named(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._title = VarDB('title', db, value_type=str)

    def on_install(self, _title: str, _language: str = 'ko') -> None:
        super().on_install()
        if len(_title) > 100:
            revert('Title is too long')
        self._title.set(_title)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def title(self) -> str:
        return self._title.get()

    def describe(self, _number: int) -> str:
        return self._title.get()

    @external(readonly=True)
    def show(self, _number: int) -> str:
        return self.describe(_number)


class Counted(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._visits = VarDB('visits', db, value_type=int)

    @eventlog
    def Visited(self, _visits: int):
        pass

    def _visit(self, _people: int) -> None:
        self._visits.set(self._visits.get() + _people)
        self.Visited(self._visits.get())


class Planetarium(Named, Counted):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)  # ok: L16

    # lifecycle methods may differ from the parent's, they are called by the engine only
    def on_install(self, _title: str, _seats: int) -> None:  # ok: L16
        super().on_install(_title)  # ok: L16
        if _seats <= 0:
            revert('Seats must be positive')

    def on_update(self, _reason: str) -> None:  # ok: L16
        super().on_update()

    # one more, with a default: the callers of the base class are served
    def describe(self, _number: int, _prefix: str = '') -> str:  # ok: L16
        return _prefix + super().describe(_number)

    @external
    def enter(self, _people: int) -> None:
        if _people <= 0 or _people > 50:
            revert('People are out of range')
        self._visit(_people)
