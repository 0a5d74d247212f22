from iconservice import *

TAG = 'Turnstile'


class Turnstile(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._open = VarDB('open', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def enter(self) -> None:
        if not self._open.get():
            revert('Turnstile: closed', TAG)  # expect: L17

    @external
    def leave(self) -> None:
        if not self._open.get():
            revert('Turnstile: closed', LATER)  # ok: L17


LATER = 7
