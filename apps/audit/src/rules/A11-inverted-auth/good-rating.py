from iconservice import *

TAG = 'CiderPress'


class CiderPress(IconScoreBase):
    """Whoever has pressed a cider hands it on and names who may fetch it, and must not be the one who rates it."""

    @eventlog(indexed=2)
    def Handed(self, _cask: int, _to: Address):
        pass

    @eventlog(indexed=1)
    def Rated(self, _cask: int, _score: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner_of = DictDB('owner_of', db, value_type=Address)
        self._fetched_by = DictDB('fetched_by', db, value_type=Address)
        self._score = DictDB('score', db, value_type=int)
        self._rated = DictDB('rated', db, value_type=bool, depth=2)
        self._casks = VarDB('casks', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _must_own(self, _cask: int) -> None:
        if self.msg.sender != self._owner_of[_cask]:  # ok: A11
            revert(f'{TAG}: You do not own this cask')

    @external
    def press(self) -> None:
        cask = self._casks.get() + 1
        self._casks.set(cask)
        self._owner_of[cask] = self.msg.sender
        self.Handed(cask, self.msg.sender)

    @external
    def hand_on(self, _cask: int, _to: Address) -> None:
        self._must_own(_cask)
        self._owner_of[_cask] = _to
        self._fetched_by.remove(_cask)
        self.Handed(_cask, _to)

    @external
    def let_fetch(self, _cask: int, _to: Address) -> None:
        self._must_own(_cask)
        self._fetched_by[_cask] = _to

    @external
    def rate(self, _cask: int, _score: int) -> None:
        if self.msg.sender == self._owner_of[_cask]:  # ok: A11
            revert(f'{TAG}: Owners do not rate their own')
        if _score < 1 or _score > 5 or self._rated[_cask][self.msg.sender]:
            revert(f'{TAG}: one to five, and once')
        self._rated[_cask][self.msg.sender] = True
        self._score[_cask] = self._score[_cask] + _score
        self.Rated(_cask, _score)

    @external
    def fetch(self, _cask: int) -> None:
        if self.msg.sender != self._fetched_by[_cask]:  # ok: A11
            revert(f'{TAG}: not for you')
        self._fetched_by.remove(_cask)
        self._owner_of[_cask] = self.msg.sender
        self.Handed(_cask, self.msg.sender)

    @external(readonly=True)
    def score(self, _cask: int) -> int:
        return self._score[_cask]
