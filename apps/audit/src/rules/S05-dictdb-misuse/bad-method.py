from iconservice import *

TAG = 'Cellar'


class Cellar(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._bottles = DictDB('bottles', db, value_type=int)
        self._keeper = DictDB('keeper', db, value_type=Address)
        self._vintage = VarDB('vintage', db, value_type=int)

    def on_install(self, _keeper: Address) -> None:
        super().on_install()
        # meant as a VarDB
        self._keeper.set(_keeper)  # expect: S05

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def keeper(self) -> Address:
        return self._keeper.get()  # expect: S05

    @external(readonly=True)
    def bottles(self, _year: int) -> int:
        return self._bottles.get(_year, 0)  # expect: S05

    @external
    def drink(self, _year: int) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner drinks alone')
        self._bottles.remove(_year)  # ok: S05
        self._vintage.set(_year)  # ok: S05
