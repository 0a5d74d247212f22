from iconservice import *

TAG = 'Fountain'


class Fountain(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._drawn = DictDB('drawn', db, value_type=int)
        self._cup = VarDB('cup', db, value_type=int)

    def on_install(self, _cup: int) -> None:
        super().on_install()
        if _cup <= 0:
            revert('Cup must be positive')
        self._cup.set(_cup)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Drawn(self, _who: Address, _cups: int):
        pass

    @external(readonly=True)
    def _drawnBy(self, _who: Address) -> int:  # expect: L20
        return self._drawn[_who]

    @external
    def draw(self) -> None:
        self._take(self.msg.sender)

    # a copied decorator: anybody draws in anybody's name
    @external
    def _take(self, _who: Address) -> None:  # expect: L20
        self._drawn[_who] += 1
        self.Drawn(_who, self._drawn[_who])

    # two underscores: the engine skips it, so the decorator does nothing
    @external
    def __clear(self) -> None:  # expect: L20
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._cup.set(1)
        self.Drawn(self.msg.sender, 0)
