from iconservice import *

from ..shelves.chain import ChainDB

TAG = 'Mailroom'


class Mailroom(IconScoreBase):
    """A container of another package is made with the database, and keeps there what is put into it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._letters = ChainDB('letters', db, value_type=str)
        self._parcels = ChainDB('parcels', value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def bring(self, _letter: str) -> None:
        if self.msg.sender != self.owner:
            revert('Mailroom: only the owner')
        self._letters.append(_letter)  # ok: D08
        self._parcels.append(_letter)  # expect: D08
