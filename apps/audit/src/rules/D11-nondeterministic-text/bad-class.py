# The text of a class, which Python words as it likes; its bare name is the same everywhere.
from iconservice import *


class Scale(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._kind = VarDB('kind', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def weigh(self, _load: int) -> None:
        if type(_load) is not int:  # ok: D11
            revert(f'not {type(_load)}')  # expect: D11
        self._kind.set(str(type(_load)))  # expect: D11
        self._kind.set(type(_load).__name__)  # ok: D11
