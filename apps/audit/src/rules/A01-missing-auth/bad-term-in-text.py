from iconservice import *

TAG = 'Lockers'


class Locker:

    def __init__(self, lender: str, until: int, record: int, paid: int):
        self.lender = lender
        self.until = until
        self.record = record
        self.paid = paid

    def text(self) -> str:
        return json_dumps({'lender': self.lender, 'until': self.until, 'record': self.record, 'paid': self.paid})


class Lockers(IconScoreBase):
    """Lockers are lent until a height that the lender has set; the record of each is kept as text."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._lockers = DictDB('lockers', db, value_type=str)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _read(self, number: int) -> Locker:
        text = self._lockers[number]
        if text == '':
            revert('Lockers: unknown')
        record = json_loads(text)
        return Locker(record['lender'], record['until'], record['record'], record['paid'])

    def _by_lender(self, locker: Locker) -> None:
        if str(self.msg.sender) != locker.lender:
            revert('Lockers: lender only')

    @external
    def lend(self, _until: int, _record: int) -> None:
        number = self._last.get() + 1
        self._last.set(number)
        self._lockers[number] = Locker(str(self.msg.sender), _until, _record, 0).text()

    @external
    @payable
    def pay(self, _number: int) -> None:
        locker = self._read(_number)
        locker.paid = self.msg.value
        self._lockers[_number] = locker.text()

    # longer than before is not what the lender has agreed to
    @external
    def keep_on(self, _number: int, _until: int) -> None:
        locker = self._read(_number)
        if _until <= locker.until:
            revert('Lockers: not longer')
        locker.until = _until
        self._lockers[_number] = locker.text()  # expect: A01 as high

    @external
    def set_until(self, _number: int, _until: int) -> None:
        locker = self._read(_number)
        self._by_lender(locker)
        locker.until = _until
        self._lockers[_number] = locker.text()  # ok: A01

    # the highest that anybody has brought so far
    @external
    def beat(self, _number: int, _record: int) -> None:
        locker = self._read(_number)
        if _record <= locker.record:
            revert('Lockers: no record')
        locker.record = _record
        self._lockers[_number] = locker.text()  # ok: A01

    @external
    def take_back(self, _number: int) -> None:
        locker = self._read(_number)
        self._by_lender(locker)
        if self.block_height <= locker.until:
            revert('Lockers: still lent')
        del self._lockers[_number]
