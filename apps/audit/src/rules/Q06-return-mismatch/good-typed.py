from iconservice import *


class Snapshot(TypedDict):
    height: int
    holder: Address


class Registry(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = VarDB('holder', db, value_type=Address)
        self._codes = ArrayDB('codes', db, value_type=int)

    def on_install(self, _holder: Address) -> None:
        super().on_install()
        self._holder.set(_holder)

    def on_update(self) -> None:
        super().on_update()

    def _page(self, _start: int):
        return [self._codes[i] for i in range(_start, min(_start + 10, len(self._codes)))]

    @external(readonly=True)
    def codes(self, _start: int) -> List[int]:
        if _start < 0:
            revert('Registry: negative start')
        return self._page(_start)  # ok: Q06

    @external(readonly=True)
    def snapshot(self) -> Snapshot:
        return {'height': self.block_height, 'holder': self._holder.get()}  # ok: Q06

    @external(readonly=True)
    def digest(self, _text: str) -> bytes:
        return sha3_256(_text.encode())

    @external(readonly=True)
    def label(self, _code: int) -> str:
        text = 'code'
        text += f' {_code}'
        return text if _code > 0 else 'none'  # ok: Q06
