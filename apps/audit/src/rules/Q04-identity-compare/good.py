from iconservice import *

TAG = 'Practice'
MISSING = object()


def first(items: list, default=MISSING):
    if len(items) > 0:
        return items[0]
    if default is MISSING:  # ok: Q04
        revert('Nothing there')
    return default


class Practice(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._doctor = VarDB('doctor', db, value_type=Address)
        self._open = VarDB('open', db, value_type=bool)
        self._state = DictDB('state', db, value_type=str)
        self._card = DictDB('card', db, value_type=bytes)

    def on_install(self, _doctor: Address) -> None:
        super().on_install()
        if _doctor is None:  # ok: Q04
            revert('A doctor is needed')
        self._doctor.set(_doctor)
        self._open.set(True)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Registered(self, _who: Address, _state: str):
        pass

    @external(readonly=True)
    def stateOf(self, _who: Address) -> str:
        return self._state[_who]

    @external(readonly=True)
    def hasCard(self, _who: Address) -> bool:
        return self._card[_who] is not None  # ok: Q04

    @external(readonly=True)
    def doctor(self) -> Address:
        return first([self._doctor.get()])

    @external(readonly=True)
    def isText(self, _what: str) -> bool:
        return type(_what) is str  # ok: Q04

    @external
    def register(self, _card: bytes = None) -> None:
        if self._open.get() is False:  # ok: Q04
            revert('Closed')
        if self._state[self.msg.sender] != '':
            revert('Registered already')
        if _card is not None and len(_card) == 32:  # ok: Q04
            self._card[self.msg.sender] = _card
        self._state[self.msg.sender] = 'new'
        self.Registered(self.msg.sender, 'new')

    @external
    def treat(self, _who: Address) -> None:
        if self.msg.sender != self._doctor.get():
            revert('Only the doctor')
        self._state[_who] = 'treated'
        self.Registered(_who, 'treated')
