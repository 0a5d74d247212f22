from iconservice import *

TAG = 'LostProperty'


class LostProperty(IconScoreBase):
    """Both ways refuse and set the same mark; limits and a black list are marks of another kind."""

    @eventlog(indexed=2)
    def Paid(self, _to: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Issued(self, _number: int, _holder: Address):
        pass

    @eventlog(indexed=1)
    def LimitSet(self, _who: Address, _limit: int):
        pass

    @eventlog(indexed=1)
    def Barred(self, _who: Address, _barred: bool):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._spent = DictDB('spent', db, value_type=bool)
        self._barred = DictDB('barred', db, value_type=bool)
        self._limit = DictDB('limit', db, value_type=int)
        self._drawn_at = DictDB('drawn_at', db, value_type=int)
        self._credit = DictDB('credit', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: only the owner')

    def _spend(self, _number: int) -> None:
        if self._holder[_number] != self.msg.sender or self._spent[_number]:
            revert(f'{TAG}: another one holds it, or spent')
        self._spent[_number] = True

    @external
    @payable
    def issue(self, _number: int, _holder: Address) -> None:
        self._only_owner()
        if self._holder[_number] is not None or self.msg.value <= 0:
            revert(f'{TAG}: a new number, and the ICX for it')
        self._holder[_number] = _holder
        self.Issued(_number, _holder)

    @external
    def bar(self, _who: Address, _barred: bool) -> None:
        self._only_owner()
        self._barred[_who] = _barred
        self.Barred(_who, _barred)

    @external
    def set_limit(self, _who: Address, _limit: int) -> None:
        self._only_owner()
        if _limit < 0:
            revert(f'{TAG}: no such limit')
        self._limit[_who] = _limit
        self.LimitSet(_who, _limit)

    @external
    def withdraw(self, _number: int) -> None:
        self._spend(_number)
        self.Paid(self.msg.sender, 5 * 10 ** 18)
        self.icx.transfer(self.msg.sender, 5 * 10 ** 18)  # ok: F13

    @external
    def withdraw_half(self, _number: int) -> None:
        if self._holder[_number] != self.msg.sender or self._spent[_number]:
            revert(f'{TAG}: another one holds it, or spent')
        self._spent[_number] = True
        self.Paid(self.msg.sender, 25 * 10 ** 17)
        self.icx.transfer(self.msg.sender, 25 * 10 ** 17)  # ok: F13

    # the limit stays as it is: the day of the payment is kept
    @external
    def draw(self, _amount: int) -> None:
        if self._barred[self.msg.sender] or _amount <= 0 or _amount > self._limit[self.msg.sender]:
            revert(f'{TAG}: too much')
        if self.block_height < self._drawn_at[self.msg.sender] + 43_200:
            revert(f'{TAG}: once a day')
        self._drawn_at[self.msg.sender] = self.block_height
        self.Paid(self.msg.sender, _amount)
        self.icx.transfer(self.msg.sender, _amount)  # ok: F13

    @external
    @payable
    def bring(self) -> None:
        self._credit[self.msg.sender] += self.msg.value

    # nothing here sets the black list, and nothing has to
    @external
    def fetch(self, _amount: int) -> None:
        if self._barred[self.msg.sender] or _amount <= 0 or self._credit[self.msg.sender] < _amount:
            revert(f'{TAG}: barred, or not enough')
        self._credit[self.msg.sender] -= _amount
        self.Paid(self.msg.sender, _amount)
        self.icx.transfer(self.msg.sender, _amount)  # ok: F13
