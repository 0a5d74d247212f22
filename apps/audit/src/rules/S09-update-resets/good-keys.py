from iconservice import *

TAG = 'Barn'


class Barn(IconScoreBase):

    @eventlog(indexed=1)
    def Stored(self, what: str, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._kept = DictDB('kept', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()
        self._kept['layout'] = 2  # ok: S09

    @external
    def store(self, amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('Barn: the owner only')
        if amount <= 0:
            revert('Barn: nothing to store')
        self._kept['hay'] = amount
        self.Stored('hay', amount)

    @external(readonly=True)
    def kept(self, what: str) -> int:
        return self._kept[what]
