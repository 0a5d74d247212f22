from iconservice import *

TAG = 'Cloakroom'


class Refusal:
    """Made only to end the transaction."""

    CODE = 40

    def __new__(cls, number: int):
        revert(f'no coat under {number}', cls.CODE)


class Cloakroom(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coats = DictDB('coats', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def hang(self, _number: int, _coat: str) -> None:
        if self._coats[_number]:
            Refusal(_number)
        self._coats[_number] = _coat

    @external(readonly=True)
    def coat(self, _number: int) -> str:  # ok: Q14
        if self._coats[_number]:
            return self._coats[_number]
        Refusal(_number)
