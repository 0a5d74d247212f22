from iconservice import *

from .random import choice, uuid

COLOURS = ['red', 'green', 'blue']


class Survey(IconScoreBase):
    """Members take turns by their number; nothing here is drawn by lot."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._ticket = DictDB('ticket', db, value_type=str)
        self._colour = DictDB('colour', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def join(self) -> None:
        if self._ticket[self.msg.sender] != '':
            revert('Survey: already joined')
        number = self._count.get() + 1
        self._count.set(number)
        self._ticket[self.msg.sender] = uuid('S', number)  # ok: D05
        self._colour[self.msg.sender] = choice(COLOURS, number)  # ok: D05

    @external(readonly=True)
    def colourOf(self, _member: Address) -> str:
        return self._colour[_member]
