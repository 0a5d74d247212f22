from iconservice import *

TAG = 'Stipend'
NEW, GRANTED, REFUSED, PAID = 0, 1, 2, 3


class Stipend(IconScoreBase):
    """A board grants stipends; members of the jury agree before one is paid."""

    @eventlog(indexed=1)
    def Paid(self, number: int, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._jury = DictDB('jury', db, value_type=bool)
        self._agreed = DictDB('agreed', db, value_type=bool, depth=2)
        self._noted = DictDB('noted', db, value_type=bool, depth=2)
        self._count = DictDB('count', db, value_type=int)
        self._amount = DictDB('amount', db, value_type=int)
        self._student = DictDB('student', db, value_type=Address)
        self._state = DictDB('state', db, value_type=int)
        self._closed = DictDB('closed', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()
        self._jury[self.msg.sender] = True

    def on_update(self) -> None:
        super().on_update()

    @external
    def agree(self, number: int) -> None:
        if not self._jury[self.msg.sender]:
            revert(f'{TAG}: jury only')
        if self._agreed[number][self.msg.sender]:
            revert(f'{TAG}: agreed already')
        self._agreed[self.msg.sender][number] = True  # expect: F13
        self._count[number] += 1

    @external
    def note(self, number: int) -> None:
        if not self._jury[self.msg.sender]:
            revert(f'{TAG}: jury only')
        if self._noted[number][self.msg.sender]:
            revert(f'{TAG}: noted already')
        self._noted[number][self.msg.sender] = True  # ok: F13
        self._count[number] += 1

    @external
    def payOut(self, number: int) -> None:
        """Anybody may call it once the jury has spoken."""
        state = self._state[number]
        if state == NEW or state == REFUSED:  # expect: F13
            revert(f'{TAG}: not granted')
        amount = self._amount[number]
        self._state[number] = PAID
        self.icx.transfer(self._student[number], amount)
        self.Paid(number, amount)

    @external
    def payRest(self, number: int) -> None:
        if self._state[number] == REFUSED or self._state[number] == PAID:  # ok: F13
            revert(f'{TAG}: not open')
        amount = self._amount[number]
        self._state[number] = PAID
        self.icx.transfer(self._student[number], amount)
        self.Paid(number, amount)

    @external
    def drawTravel(self, month: int) -> None:
        year = self._count[0]
        if self._noted[year][self.msg.sender]:
            revert(f'{TAG}: drawn already')
        self._noted[month][self.msg.sender] = True  # expect: F13
        self.icx.transfer(self.msg.sender, self._amount[month])

    def _require(self, good: bool, words: str) -> None:
        if not good:
            revert(f'{TAG}: {words}')

    def _move(self, number: int, state: int) -> None:
        self._state[number] = state  # ok: F13

    @external
    def payGranted(self, number: int) -> None:
        self._require(self._student[number] == self.msg.sender, 'student only')
        self._require(self._state[number] >= GRANTED, 'not granted')  # expect: F13
        self._move(number, PAID)
        self.icx.transfer(self._student[number], self._amount[number])

    @external
    def payOnce(self, number: int) -> None:
        self._require(self._student[number] == self.msg.sender, 'student only')
        self._require(self._state[number] == GRANTED, 'not granted')  # ok: F13
        self._move(number, PAID)
        self.icx.transfer(self._student[number], self._amount[number])
