from iconservice import *

TAG = 'Greenhouse'


class Greenhouse(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pots = DictDB('pots', db, value_type=int)
        self._most = VarDB('most', db, value_type=int)

    def on_install(self, _most: int) -> None:
        super().on_install()
        if _most <= 0:
            revert('Most must be positive, not {_most}')  # expect: Q03
        self._most.set(_most)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Potted(self, _who: Address, _text: str):
        pass

    @external(readonly=True)
    def potsOf(self, _who: Address) -> int:
        return self._pots[_who]

    @external(readonly=True)
    def label(self, _who: Address) -> str:
        pots = self._pots[_who]
        return 'Owner {_who}, {pots} pots'  # expect: Q03

    @external
    def pot(self, _count: int) -> None:
        most = self._most.get()
        if _count <= 0 or _count > most:
            revert(f'Between 1 and {most}, '  # expect: Q03
                   'not {_count}')
        self._pots[self.msg.sender] += _count
        self.Potted(self.msg.sender, '{_count} pots for {self.msg.sender}')  # expect: Q03
