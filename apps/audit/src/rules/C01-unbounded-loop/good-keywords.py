from iconservice import *

TAG = 'Ledger'


def line_of(**parts) -> str:
    line = {}
    for name, part in parts.items():  # ok: C01
        line[name] = str(part)
    return json_dumps(line)


class Ledger(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._lines = DictDB('lines', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def note(self, _what: str, _how_many: int) -> None:
        self._lines[self.msg.sender] = line_of(what=_what, how_many=_how_many, height=self.block_height)
