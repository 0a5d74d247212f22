from iconservice import *

TAG = 'Clinic'


class Clinic(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._doctor = VarDB('doctor', db, value_type=Address)
        self._state = DictDB('state', db, value_type=str)
        self._visits = DictDB('visits', db, value_type=int)

    def on_install(self, _doctor: Address) -> None:
        super().on_install()
        self._doctor.set(_doctor)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Registered(self, _who: Address, _state: str):
        pass

    @external(readonly=True)
    def stateOf(self, _who: Address) -> str:
        return self._state[_who]

    @external
    def register(self, _note: bytes = None) -> None:
        if self._state[self.msg.sender] is not '':  # expect: Q04
            revert('Registered already')
        if _note is b'':  # expect: Q04
            revert('Note is empty')
        self._state[self.msg.sender] = 'new'
        self.Registered(self.msg.sender, 'new')

    @external
    def treat(self, _who: Address) -> None:
        if self.msg.sender is not self._doctor.get():  # expect: Q04
            revert('Only the doctor')
        if self._visits[_who] is 1000:  # expect: Q04
            revert('Too many visits')
        self._visits[_who] += 1
        self._state[_who] = 'treated'
        self.Registered(_who, 'treated')
