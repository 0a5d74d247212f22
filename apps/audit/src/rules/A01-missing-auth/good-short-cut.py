from iconservice import *

TAG = 'Signboard'


class Signboard(IconScoreBase):
    """Whoever runs the board writes without paying; all others write the same lines for a fee."""

    _FEE = 10 ** 18

    @eventlog(indexed=1)
    def Written(self, _line: int, _by: Address):
        pass

    @eventlog(indexed=1)
    def Collected(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._lines = DictDB('lines', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def write(self, _line: int, _text: str) -> None:
        if len(_text) > 80:
            revert('Signboard: the text is too long')
        if self.msg.sender == self.owner:
            if self.msg.value > 0:
                revert('Signboard: nothing to pay')
            self._note(_line, _text)
        else:
            if self.msg.value < self._FEE:
                revert('Signboard: pay the fee')
            self._note(_line, _text)

    @external
    @payable
    def overwrite(self, _line: int, _text: str) -> None:
        if len(_text) > 80:
            revert('Signboard: the text is too long')
        if self.msg.value < 2 * self._FEE:
            revert('Signboard: pay twice the fee')
        self._note(_line, _text)

    @external
    def wipe(self, _line: int) -> None:
        self._note(_line, '')  # ok: A01

    def _note(self, _line: int, _text: str) -> None:
        self._lines[_line] = _text  # ok: A01
        self.Written(_line, self.msg.sender)

    @external
    def collect(self) -> None:
        if self.msg.sender != self.owner:
            revert('Signboard: only the owner')
        amount = self.icx.get_balance(self.address)
        self.Collected(amount)
        self.icx.transfer(self.owner, amount)
