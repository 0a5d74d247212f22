from iconservice import *

TAG = 'Assembly'


class Assembly(IconScoreBase):
    """A voice weighs as much as its holder has at that moment; that they spoke is kept by one method alone."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._yes = DictDB('yes', db, value_type=int)
        self._sheets = DictDB('sheets', db, value_type=str)
        self._heard = DictDB('heard', db, value_type=bool, depth=2)
        self._words = DictDB('words', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def vote(self, motion: int) -> None:
        weight = self.icx.get_balance(self.msg.sender)
        if weight == 0:
            revert('Assembly: nothing to weigh')
        self._yes[motion] += weight  # expect: F13

    @external
    def vote_on_sheet(self, motion: int, answer: str) -> None:
        weight = self.icx.get_balance(self.msg.sender)
        sheet = json_loads(self._sheets[motion])
        sheet[answer] = sheet[answer] + weight
        self._sheets[motion] = json_dumps(sheet)  # expect: F13

    @external
    def vote_once(self, motion: int) -> None:
        if self._heard[motion][self.msg.sender]:
            revert('Assembly: heard already')
        self._heard[motion][self.msg.sender] = True
        self._yes[motion] += self.icx.get_balance(self.msg.sender)  # ok: F13

    @external
    def vote_by_name(self, motion: int, answer: str) -> None:
        weight = self.icx.get_balance(self.msg.sender)
        sheet = json_loads(self._sheets[motion])
        sheet[str(self.msg.sender)] = [answer, weight]
        self._sheets[motion] = json_dumps(sheet)  # ok: F13

    @external
    def comment(self, motion: int, words: str) -> None:
        if self.icx.get_balance(self.msg.sender) < 10 ** 18:
            revert('Assembly: only who has something')
        self._words[motion] = words  # ok: F13

    @external(readonly=True)
    def count(self, motion: int) -> list:
        return [self._yes[motion], self._sheets[motion], self._words[motion]]
