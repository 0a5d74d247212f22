from iconservice import *

TAG = 'Raisedhands'


class Raisedhands(IconScoreBase):
    """Hands are counted in two numbers, and who has raised theirs before is written down and never looked at."""

    @eventlog(indexed=1)
    def Voted(self, _by: Address, _answer: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._answers = DictDB('answers', db, value_type=int)
        self._once = DictDB('once', db, value_type=int)
        self._for = VarDB('for', db, value_type=int)
        self._against = VarDB('against', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def vote(self, _answer: int) -> None:
        if _answer != 1 and _answer != 2:
            revert('Raisedhands: one or two')
        self._answers[self.msg.sender] = _answer
        if _answer == 1:
            self._for.set(self._for.get() + 1)  # expect: F13
        else:
            self._against.set(self._against.get() + 1)  # expect: F13
        self.Voted(self.msg.sender, _answer)

    @external
    def vote_once(self, _answer: int) -> None:
        if _answer != 1 and _answer != 2:
            revert('Raisedhands: one or two')
        if self._once[self.msg.sender] != 0:
            revert('Raisedhands: voted before')
        self._once[self.msg.sender] = _answer
        if _answer == 1:
            self._for.set(self._for.get() + 1)  # ok: F13
        else:
            self._against.set(self._against.get() + 1)  # ok: F13
        self.Voted(self.msg.sender, _answer)
