from iconservice import *

TAG = 'PressRoom'


class PressRoom(IconScoreBase):
    """Each press has somebody who may hand it on; one method believes whom the caller names."""

    @eventlog(indexed=2)
    def Handed(self, _press: int, _to: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._printer_of = DictDB('printer_of', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _hand(self, press: int, to: Address) -> None:
        self._printer_of[press] = to
        self.Handed(press, to)

    @external
    def take(self, _press: int) -> None:
        if self._printer_of[_press] is not None:
            revert(f'{TAG}: somebody prints there')
        self._hand(_press, self.msg.sender)  # ok: A03

    @external
    def hand_on(self, _press: int, _to: Address) -> None:
        if self._printer_of[_press] != self.msg.sender:
            revert(f'{TAG}: not your press')
        self._hand(_press, _to)  # ok: A03

    @external
    def hand_from(self, _printer: Address, _press: int, _to: Address) -> None:
        if self._printer_of[_press] != _printer:  # expect: A03
            revert(f'{TAG}: not the printer')
        self._hand(_press, _to)
