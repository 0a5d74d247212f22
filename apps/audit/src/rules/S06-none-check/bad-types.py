from iconservice import *

TAG = 'Barter'


class Barter(IconScoreBase):
    """Offers are kept as JSON, ballots as numbers; both are held against what they never are."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._offers = DictDB('offers', db, value_type=str)
        self._marks = DictDB('marks', db, value_type=int, depth=2)
        self._judge = VarDB('judge', db, value_type=str)
        self._remarks = DictDB('marks', db, value_type=str, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Withdrawn(self, name: str):
        pass

    def _offer(self, name: str) -> dict:
        return json_loads(self._offers[name])

    @external
    def offer(self, name: str) -> None:
        if self._offers[name] != '':  # ok: S06
            revert('taken')
        self._offers[name] = json_dumps({'giver': str(self.msg.sender), 'open': True})

    @external
    def withdraw(self, name: str) -> None:
        giver = self._offer(name)['giver']
        if giver != self.msg.sender:  # expect: S06
            revert('not yours')
        self._offers[name] = ''
        self.Withdrawn(name)

    @external
    def withdraw_as_read(self, name: str) -> None:
        if Address.from_string(self._offer(name)['giver']) != self.msg.sender:  # ok: S06
            revert('not yours')
        self._offers[name] = ''
        self.Withdrawn(name)

    @external
    def mark(self, name: str, mark: int) -> None:
        if not 1 <= mark <= 5:
            revert('1 to 5')
        if self._marks[name][self.msg.sender] == '':  # expect: S06
            self._marks[name][self.msg.sender] = mark

    @external
    def remark(self, name: str, text: str) -> None:
        if self._marks[name][self.msg.sender] == 0:  # ok: S06
            revert('mark first')
        if self._remarks[name][self.msg.sender] != 0:  # expect: S06
            revert('said already')
        self._remarks[name][self.msg.sender] = text[:80]

    @external
    def strike(self, name: str) -> None:
        if self.msg.sender != self._judge.get():  # expect: S06
            revert('judge only')
        if str(self.msg.sender) != self._judge.get():  # ok: S06
            revert('judge only')
        if self._offer(name)['open'] != True:  # ok: S06
            revert('closed')
        self._offers[name] = ''
        self.Withdrawn(name)
