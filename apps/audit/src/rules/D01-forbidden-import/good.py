from iconservice import *
from iconservice import Address, VarDB, DictDB  # ok: D01

TAG = 'GuestBook'

"""
The first version wrote JSON by hand:
import json
from datetime import datetime
"""


class GuestBook(IconScoreBase):
    """Signatures of guests. Do not `import json` here: json_dumps comes with iconservice."""

    @eventlog(indexed=1)
    def Signed(self, guest: Address, number: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._entries = DictDB('entries', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def sign(self, _text: str) -> None:
        if len(_text) == 0 or len(_text) > 200:
            revert('GuestBook: 1 to 200 characters')
        number = self._count.get() + 1
        self._count.set(number)
        self._entries[number] = json_dumps({'by': str(self.msg.sender), 'text': _text})
        self.Signed(self.msg.sender, number)

    @external(readonly=True)
    def entry(self, _number: int) -> str:
        return self._entries[_number]
