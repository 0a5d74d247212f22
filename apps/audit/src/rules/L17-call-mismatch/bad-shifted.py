from iconservice import *


class Checks:

    @staticmethod
    def known(account: Address) -> None:
        if account is None:
            revert('no account')

    @staticmethod
    def some(count: int) -> None:
        if count <= 0:
            revert('nothing')


class Nursery(IconScoreBase):
    """Sells seedlings. One call of a helper passes one argument too many, so that each further one stands in the wrong place."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._seedlings = DictDB('seedlings', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _hand_over(self, label: str, count: int, receiver: Address) -> None:
        Checks.some(count)  # ok: L17
        Checks.known(receiver)  # ok: L17
        self._seedlings[receiver] += count
        self._print(receiver, label)  # expect: L17

    def _print(self, label: str, receiver: Address) -> None:
        if len(label) > 40:
            revert('label too long')
        Checks.known(receiver)  # expect: L17

    @payable
    @external
    def buy(self, _label: str, _count: int) -> None:
        if self.msg.value < _count * 10 ** 16:
            revert('pay for each')
        self._hand_over(_label, self.msg.value, _count, self.msg.sender)  # expect: L17

    @payable
    @external
    def buyFor(self, _label: str, _count: int, _receiver: Address) -> None:
        if self.msg.value < _count * 10 ** 16:
            revert('pay for each')
        self._hand_over(_label, _count, _receiver)  # ok: L17
