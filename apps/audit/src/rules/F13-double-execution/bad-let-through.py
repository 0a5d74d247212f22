from iconservice import *

OPEN = 1
AGREED = 2
PAID = 3


class Choir(IconScoreBase):
    """Singers agree on what the till pays for, and anybody of them has it paid."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._singers = ArrayDB('singers', db, value_type=Address)
        self._wishes = DictDB('wishes', db, value_type=str)
        self._voices = DictDB('voices', db, value_type=int)
        self._longer = DictDB('longer', db, value_type=int)
        self._until = DictDB('until', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._singers.put(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    def _check_singer(self) -> None:
        if self.msg.sender not in self._singers:
            revert('Choir: singers only')

    def _load(self, number: int) -> dict:
        text = self._wishes[number]
        if text == '':
            revert('Choir: no such wish')
        return json_loads(text)

    def _save(self, number: int, wish: dict) -> None:
        self._wishes[number] = json_dumps(wish)

    @external
    def pay(self, _number: int) -> None:
        self._check_singer()
        wish = self._load(_number)
        if wish['state'] not in (AGREED, PAID):
            revert('Choir: not agreed')
        wish['state'] = PAID
        self._save(_number, wish)
        self.icx.transfer(Address.from_string(wish['to']), wish['sum'])  # expect: F13

    @external
    def pay_once(self, _number: int) -> None:
        self._check_singer()
        wish = self._load(_number)
        if wish['state'] not in (OPEN, AGREED):
            revert('Choir: paid already')
        wish['state'] = PAID
        self._save(_number, wish)
        self.icx.transfer(Address.from_string(wish['to']), wish['sum'])  # ok: F13

    @external
    @payable
    def lend(self) -> None:
        if self.msg.value <= 0:
            revert('Choir: nothing sent')
        self._voices[self.msg.sender] += self.msg.value

    @external
    def vote_longer(self, _song: int) -> None:
        weight = self._voices[self.msg.sender]
        if weight == 0:
            revert('Choir: no voice')
        votes = self._longer[_song] + weight
        self._longer[_song] = votes  # expect: F13
        if votes > 10**21:
            self._until[_song] += 43200

    @external
    def vote_with_all(self, _song: int) -> None:
        weight = self._voices[self.msg.sender]
        if weight == 0:
            revert('Choir: no voice')
        self._voices[self.msg.sender] = 0
        self._longer[_song] += weight  # ok: F13
