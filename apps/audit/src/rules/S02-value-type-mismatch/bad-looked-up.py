from iconservice import *

TAG = 'Permits'
NAMES = ['state', 'paper']


class Permits(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._permits = DictDB('permits', db, value_type=str, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def grant(self, number: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the office')
        permit = {'state': 'granted', 'paper': self.tx.hash}
        self._keep(self._permits[number], permit)
        self._permits[number]['state'] = permit['state']  # ok: S02

    def _keep(self, kept: DictDB, permit: dict) -> None:
        for name in NAMES:
            kept[name] = permit[name]  # expect: S02

    @external(readonly=True)
    def permit(self, number: int) -> str:
        return self._permits[number]['paper']
