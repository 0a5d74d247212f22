from iconservice import *

TAG = 'RoyaltySplit'


class RoyaltySplit(IconScoreBase):

    @eventlog(indexed=1)
    def ShareSet(self, _artist: Address, _share: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._shares = DictDB('shares', db, value_type=int)
        self._frozen = VarDB('frozen', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _check(self) -> None:
        if self.msg.sender != self.owner:
            revert('RoyaltySplit: owner only')
        if self._frozen.get():
            revert('RoyaltySplit: frozen')

    @external(readonly=True)
    def share(self, _artist: Address) -> int:
        return self._shares[_artist]

    @external
    def setShare(self, _artist: Address, _share: int) -> None:
        self._check()
        if _share <= 0 or _share > 10000:
            revert('RoyaltySplit: 1 to 10000')
        self._shares[_artist] = _share
        self.ShareSet(_artist, _share)

    @external(readonly=True)
    def isFrozen(self) -> bool:
        return self._frozen.get()

    def _check(self) -> None:  # expect: Q10
        if self.msg.sender != self.owner:
            revert('RoyaltySplit: owner only')

    @external(readonly=True)
    def share(self, _artist: Address) -> int:  # expect: Q10
        return self._shares[_artist] // 100
