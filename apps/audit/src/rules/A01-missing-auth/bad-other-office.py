from iconservice import *

TAG = 'Offices'

HEAD = 'head'


class Offices(IconScoreBase):
    """Offices are taken from those who are asked for an office of their own; who takes them away is not asked."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._office = DictDB('office', db, value_type=bool, depth=2)
        self._notice = VarDB('notice', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        self._office[HEAD][self.msg.sender] = True

    def on_update(self) -> None:
        super().on_update()

    def _need(self, _office: str, _who: Address) -> None:
        if not self._office[_office][_who]:
            revert('Offices: not in office')

    @external
    def appoint(self, _office: str, _who: Address) -> None:
        self._need(HEAD, self.msg.sender)
        self._office[_office][_who] = True  # ok: A01

    @external
    def dismiss(self, _office: str, _who: Address) -> None:
        self._need(HEAD, _who)
        self._office[_office][_who] = False  # expect: A01

    @external
    def retire(self, _office: str) -> None:
        self._office[_office][self.msg.sender] = False  # ok: A01

    @external
    def post(self, _notice: str) -> None:
        self._need(HEAD, self.msg.sender)
        self._notice.set(_notice[:200])
