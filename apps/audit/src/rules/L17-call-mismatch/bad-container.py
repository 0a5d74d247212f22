from iconservice import *

TAG = 'Kennel'


class Kennel(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._dogs = ArrayDB('dogs', db, value_type=str)
        self._walks = VarDB('walks', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def take_in(self, _name: str) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')
        self._dogs.append(_name)  # expect: L17
        self._dogs.put(_name)  # ok: L17

    @external
    def walk(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')
        self._walks.increase(1)  # expect: L17
        self._walks.set(self._walks.get() + 1)  # ok: L17
