from iconservice import *

TAG = 'Posts'
BASE = 2 * 10 ** 18


def check_positive(number: int) -> None:
    """Refuses nothing but zero."""
    if number == 0:
        revert(f'{TAG}: not a positive number')


class Posts(IconScoreBase):
    """Letters are paid for when they are handed in; what stands on top of the fee goes to the runner."""

    @eventlog(indexed=1)
    def Posted(self, _sender: Address, _fee: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fee = DictDB('fee', db, value_type=int)
        self._paid = DictDB('paid', db, value_type=int)
        self._runner = VarDB('runner', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._runner.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    def setFee(self, _weight: int, _fee: int) -> None:
        if self.msg.sender != self.owner or _fee <= 0:
            revert(f'{TAG}: the owner sets fees')
        self._fee[_weight] = _fee

    def _note(self, fee: int) -> None:
        if fee == 0:
            revert(f'{TAG}: no such weight')
        self._paid[self.msg.sender] += self.msg.value
        self.Posted(self.msg.sender, fee)

    @external
    @payable
    def post(self, _weight: int, _bonus: int) -> None:
        fee = self._fee[_weight]
        check_positive(_bonus)
        if self.msg.value != fee + _bonus:  # expect: N05
            revert(f'{TAG}: wrong amount')
        self._note(fee)

    @external
    @payable
    def express(self, _weight: int, _bonus: int) -> None:
        due = BASE + _bonus  # expect: N05
        if self.msg.value < due:
            revert(f'{TAG}: too little')
        self._note(self._fee[_weight])

    @external
    @payable
    def postChecked(self, _weight: int, _bonus: int) -> None:
        fee = self._fee[_weight]
        if _bonus < 0:
            revert(f'{TAG}: a bonus is given')
        if self.msg.value != fee + _bonus:  # ok: N05
            revert(f'{TAG}: wrong amount')
        self._note(fee)

    @external
    @payable
    def postMany(self, _weight: int, _count: int) -> None:
        """What is sent is never below zero, so that the count is not either."""
        fee = self._fee[_weight]
        if self.msg.value != fee * _count:  # ok: N05
            revert(f'{TAG}: wrong amount')
        self._note(fee)

    @external
    @payable
    def postByRunner(self, _weight: int, _bonus: int) -> None:
        """The platform refuses a transfer of less than nothing."""
        fee = self._fee[_weight]
        if self.msg.value != fee + _bonus:  # ok: N05
            revert(f'{TAG}: wrong amount')
        self._note(fee)
        self.icx.transfer(self._runner.get(), _bonus)
