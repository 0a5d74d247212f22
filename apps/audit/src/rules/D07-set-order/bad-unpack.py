from iconservice import *

TAG = 'Pairs'


class Pairs(IconScoreBase):

    @eventlog
    def Paired(self, text: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._first = VarDB('first', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def pair(self, left: str, right: str) -> None:
        names = set([left, right])
        first, *rest = names
        self._first.set(first)  # expect: D07
        self.Paired('paired')

    @external
    def tell(self, left: str, right: str) -> None:
        names = {left, right}
        if len(names) < 2:
            revert(f'only one name in {names}')  # expect: D07
        self.Paired(max(names))  # ok: D07

    @external
    def unpack(self, left: str, right: str) -> None:
        first, second = {left, right}
        self.Paired(first + second)  # expect: D07

    @external(readonly=True)
    def first(self) -> str:
        return self._first.get()
