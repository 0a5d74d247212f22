from iconservice import *

TAG = 'MarbleRun'


class MarbleRun(IconScoreBase):
    """Marbles roll for points on a board. Nobody pays, and nothing is paid."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._points = DictDB('points', db, value_type=int)
        self._runs = DictDB('runs', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Rolled(self, _player: Address, _hole: int):
        pass

    @external
    def roll(self) -> None:
        if self._runs[self.msg.sender] >= 5:
            revert(f'{TAG}: five runs each')
        self._runs[self.msg.sender] += 1
        hole = int.from_bytes(sha3_256(str(self.now()).encode()), 'big') % 9  # expect: F10
        self._points[self.msg.sender] = hole
        self.Rolled(self.msg.sender, hole)

    @external(readonly=True)
    def points(self, _player: Address) -> int:
        return self._points[_player]
