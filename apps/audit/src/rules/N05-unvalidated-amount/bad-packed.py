from iconservice import *

TAG = 'Parcels'
LENGTH = 8


class Parcels(IconScoreBase):
    """The owner books the weights of a day, which a scale has packed into bytes."""

    @eventlog(indexed=1)
    def Weighed(self, _to: Address, _weight: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._weight = DictDB('weight', db, value_type=int)
        self._saved = DictDB('saved', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def book(self, _packed: bytes) -> None:
        if len(_packed) != LENGTH:
            revert(f'{TAG}: eight bytes')
        weight = int.from_bytes(_packed, 'big')
        if weight > self._saved[self.msg.sender]:
            revert(f'{TAG}: more than was saved')
        self._saved[self.msg.sender] -= weight  # ok: N05
        self._weight[self.msg.sender] += weight  # ok: N05
        self.Weighed(self.msg.sender, weight)

    @external
    def book_change(self, _packed: bytes) -> None:
        if len(_packed) != LENGTH:
            revert(f'{TAG}: eight bytes')
        weight = int.from_bytes(_packed, 'big', signed=True)
        if weight > self._saved[self.msg.sender]:
            revert(f'{TAG}: more than was saved')
        self._saved[self.msg.sender] -= weight  # expect: N05
        self._weight[self.msg.sender] += weight  # ok: N05
        self.Weighed(self.msg.sender, weight)
