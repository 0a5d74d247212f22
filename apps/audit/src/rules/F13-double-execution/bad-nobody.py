from iconservice import *

TAG = 'Anthem'


class Anthem(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._votes = DictDB('votes', db, value_type=int)
        self._cheers = DictDB('cheers', db, value_type=int)
        self._voted = DictDB('voted', db, value_type=bool)
        self._plays = DictDB('plays', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def vote(self, _song: str) -> None:
        if len(_song) > 40:
            revert('Anthem: no such song')
        self._votes[_song] += 1  # expect: F13

    @external
    @payable
    def vote_for_icx(self, _song: str) -> None:
        if self.msg.value != 10 ** 18:
            revert('Anthem: a vote costs one ICX')
        self._cheers[_song] += 1  # ok: F13
        self.icx.transfer(self.owner, self.msg.value)

    @external
    def vote_once(self, _song: str) -> None:
        if self._voted[self.msg.sender]:
            revert('Anthem: you have voted')
        self._voted[self.msg.sender] = True
        self._votes[_song] += 1  # ok: F13

    @external
    def play(self, _song: str) -> None:
        self._plays[_song] += 1  # ok: F13

    @external(readonly=True)
    def votes(self, _song: str) -> list:
        return [self._votes[_song], self._cheers[_song], self._plays[_song]]
