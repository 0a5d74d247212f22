from iconservice import *


class Notice(IconScoreBase):
    """Since when a lease is ending is kept where only yes and no have room."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._ending = DictDB('ending', db, value_type=bool)
        self._ended = DictDB('ended', db, value_type=bool)
        self._since = DictDB('since', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def give_notice(self) -> None:
        self._ending[self.msg.sender] = self.block_height  # expect: S02
        self._since[self.msg.sender] = self.block_height  # ok: S02

    @external
    def end(self) -> None:
        self._ended[self.msg.sender] = self.block_height > self._since[self.msg.sender] + 1000  # ok: S02

    @external
    def reset(self) -> None:
        self._ended[self.msg.sender] = 0  # ok: S02
