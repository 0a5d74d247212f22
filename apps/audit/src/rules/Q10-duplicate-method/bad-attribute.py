from iconservice import *

TAG = 'Sign'


class Base(IconScoreBase):

    def _state(self) -> str:
        return 'open'

    @property
    def colour(self) -> str:
        return self._colour.get()


class Sign(Base):

    @eventlog
    def Painted(self, colour: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._colour = VarDB('colour', db, value_type=str)  # ok: Q10
        self.text = VarDB('text', db, value_type=str)  # expect: Q10
        self._state = VarDB('state', db, value_type=str)  # expect: Q10

    def on_install(self) -> None:
        super().on_install()
        self.text.set('closed')

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def text(self) -> str:
        return self.text.get()

    @external
    def paint(self, colour: str) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        self._colour.set(colour)
        self.Painted(colour)
