from iconservice import *

TAG = 'MilkRound'


class MilkRound(IconScoreBase):
    """A household pays in for a dairy, and signs a slip for each delivery; the dairy brings the slips here."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._dairy = DictDB('dairy', db, value_type=Address)
        self._household = DictDB('household', db, value_type=Address)
        self._left = DictDB('left', db, value_type=int)
        self._taken = DictDB('taken', db, value_type=int)
        self._slips = DictDB('slips', db, value_type=int)
        self._used = DictDB('used', db, value_type=bool)
        self._rounds = VarDB('rounds', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def begin(self, dairy: Address) -> None:
        number = self._rounds.get() + 1
        self._rounds.set(number)
        self._dairy[number] = dairy
        self._household[number] = self.msg.sender
        self._left[number] = self.msg.value

    def _require_signed(self, number: int, text: str, signature: bytes) -> None:
        key = recover_key(sha3_256(f'{self.address}/{number}/{text}'.encode()), signature)
        if create_address_with_key(key) != self._household[number]:
            revert(f'{TAG}: not signed by the household')

    def _require_dairy(self, number: int) -> None:
        if self.msg.sender != self._dairy[number]:
            revert(f'{TAG}: only the dairy')

    @external
    def cash(self, number: int, amount: int, signature: bytes) -> None:
        self._require_dairy(number)
        if amount <= 0 or self._left[number] < amount:
            revert(f'{TAG}: not covered')
        self._require_signed(number, f'{amount}', signature)
        self._left[number] -= amount  # expect: F13
        self.icx.transfer(self.msg.sender, amount)

    @external
    def cash_slip(self, number: int, slip: int, amount: int, signature: bytes) -> None:
        self._require_dairy(number)
        if amount <= 0 or self._left[number] < amount or slip != self._slips[number]:
            revert(f'{TAG}: not covered, or not the next slip')
        self._require_signed(number, f'{slip}/{amount}', signature)
        self._slips[number] = slip + 1
        self._left[number] -= amount  # ok: F13
        self.icx.transfer(self.msg.sender, amount)

    @external
    def cash_marked(self, number: int, amount: int, signature: bytes) -> None:
        self._require_dairy(number)
        if amount <= 0 or self._left[number] < amount or self._used[sha3_256(signature)]:
            revert(f'{TAG}: not covered, or used')
        self._require_signed(number, f'{amount}', signature)
        self._used[sha3_256(signature)] = True
        self._left[number] -= amount  # ok: F13
        self.icx.transfer(self.msg.sender, amount)

    @external
    def cash_total(self, number: int, total: int, signature: bytes) -> None:
        self._require_dairy(number)
        self._require_signed(number, f'{total}', signature)
        due = total - self._taken[number]
        if due <= 0 or self._left[number] < due:
            revert(f'{TAG}: nothing new')
        self._taken[number] = total
        self._left[number] -= due  # ok: F13
        self.icx.transfer(self.msg.sender, due)

    @external
    def cash_last(self, number: int, amount: int, signature: bytes) -> None:
        self._require_dairy(number)
        if amount <= 0 or self._left[number] < amount:
            revert(f'{TAG}: not covered')
        self._require_signed(number, f'{amount}', signature)
        rest = self._left[number] - amount
        self._left[number] = 0  # ok: F13
        self.icx.transfer(self.msg.sender, amount)
        self.icx.transfer(self._household[number], rest)
