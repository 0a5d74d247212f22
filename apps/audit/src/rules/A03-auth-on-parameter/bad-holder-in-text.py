from iconservice import *

TAG = 'Errands'

OPEN = 'open'
TAKEN = 'taken'


class Errands(IconScoreBase):
    """Errands are kept as text; whose errand it is, is asked of an argument."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._errands = DictDB('errands', db, value_type=str)
        self._last = VarDB('last', db, value_type=int)
        self._earned = DictDB('earned', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _load(self, _errand: int) -> dict:
        text = self._errands[_errand]
        if text == '':
            revert('Errands: no such errand')
        return json_loads(text)

    @external
    @payable
    def post(self) -> None:
        errand = self._last.get() + 1
        self._last.set(errand)
        terms = {'giver': str(self.msg.sender), 'runner': '', 'pay': self.msg.value, 'state': OPEN}
        self._errands[errand] = json_dumps(terms)

    @external
    def give_to(self, _errand: int, _giver: Address, _runner: Address) -> None:
        terms = self._load(_errand)
        if terms['state'] != OPEN:
            revert('Errands: taken')
        if terms['giver'] != str(_giver):  # expect: A03
            revert('Errands: not your errand')
        terms['runner'] = str(_runner)
        terms['state'] = TAKEN
        self._errands[_errand] = json_dumps(terms)

    @external
    def done(self, _errand: int) -> None:
        terms = self._load(_errand)
        if terms['state'] != TAKEN or terms['giver'] != str(self.msg.sender):  # ok: A03
            revert('Errands: not yours, or not taken')
        terms['state'] = 'done'
        self._errands[_errand] = json_dumps(terms)
        self._earned[Address.from_string(terms['runner'])] += terms['pay']

    @external
    def collect(self) -> None:
        earned = self._earned[self.msg.sender]
        self._earned[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, earned)
