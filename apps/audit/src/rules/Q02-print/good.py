from iconservice import *

TAG = 'Press'
# print() is not here: print('x')
HELP = "use print(_text) to have a text printed"  # ok: Q02


class Press(IconScoreBase):
    """
    Prints leaflets.

    print(_copies) asks for copies.
    """

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._printed = VarDB('printed', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Printed(self, _who: Address, _copies: int):
        pass

    @external(readonly=True)
    def help(self) -> str:
        return HELP

    @external(readonly=True)
    def printed(self) -> int:
        return self._printed.get()

    @external
    def print(self, _copies: int) -> None:  # ok: Q02
        if _copies <= 0 or _copies > 100:
            revert('1 to 100 copies')
        self._print(_copies)

    @external
    def printOne(self) -> None:
        self._print(1)

    def _print(self, _copies: int) -> None:  # ok: Q02
        self._printed.set(self._printed.get() + _copies)
        self.Printed(self.msg.sender, _copies)
