from iconservice import *

TAG = 'Fountain'


class Fountain(IconScoreBase):
    """Gives a little to everybody, and nothing keeps anybody from asking again."""

    _SIP = 2 * 10 ** 18

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._open = VarDB('open', db, value_type=bool)
        self._served = DictDB('served', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()
        self._open.set(True)

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def fill(self) -> None:
        if not self._open.get():
            revert('the fountain is shut')

    @external
    def sip(self) -> None:
        if not self._open.get():
            revert('the fountain is shut')
        self.icx.transfer(self.msg.sender, self._SIP)  # expect: A08

    @external
    def firstSip(self) -> None:
        if self._served[self.msg.sender]:
            revert('one for each')
        self._served[self.msg.sender] = True
        self.icx.transfer(self.msg.sender, self._SIP)  # ok: A08
