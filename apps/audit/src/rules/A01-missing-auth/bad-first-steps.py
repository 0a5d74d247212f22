from iconservice import *

TAG = 'Marbles'


# the first thing that is written of a token: nothing can be spent yet
class Marbles(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._marbles = DictDB('marbles', db, value_type=int)
        self._seen = DictDB('seen', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def hand_out(self, _to: Address, _pieces: int) -> None:
        self._marbles[_to] = self._marbles[_to] + _pieces  # expect: A01

    @external
    def look_at(self, _whose: Address) -> None:
        self._seen[_whose] = self._seen[_whose] + 1  # ok: A01

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._marbles[_owner]
