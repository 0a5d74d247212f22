from iconservice import *

TAG = 'Tombola'


class Tombola(IconScoreBase):
    """Two draw again as long as both have drawn the same; one who stands on both sides always has."""

    @eventlog(indexed=1)
    def Won(self, _guest: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tries = DictDB('tries', db, value_type=int)
        self._waiting = ArrayDB('waiting', db, value_type=Address)
        self._queue = ArrayDB('queue', db, value_type=Address)
        self._is_queued = DictDB('is_queued', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def join(self, _guest: Address) -> None:
        self._waiting.put(_guest)
        if len(self._waiting) == 2:
            self._draw(self._waiting.pop(), self._waiting.pop())

    def _draw(self, first: Address, second: Address) -> None:
        mine = self._number(first)
        yours = self._number(second)
        while mine == yours:  # expect: C02
            self._tries[first] += 1
            self._tries[second] += 1
            mine = self._number(first)
            yours = self._number(second)
        self.Won(first if mine > yours else second)

    def _number(self, guest: Address) -> int:
        drawn = sha3_256(guest.to_bytes() + str(self._tries[guest]).encode())
        return int.from_bytes(drawn, 'big') % 100

    # A queue that takes nobody twice.
    @external
    def line_up(self) -> None:
        if self._is_queued[self.msg.sender]:
            revert('Tombola: once is enough')
        self._is_queued[self.msg.sender] = True
        self._queue.put(self.msg.sender)

    @external
    def draw_queued(self) -> None:
        if len(self._queue) < 2:
            revert('Tombola: nobody is there')
        first = self._queue.pop()
        second = self._queue.pop()
        while self._number(first) == self._number(second):  # ok: C02
            self._tries[first] += 1
            self._tries[second] += 1
        self.Won(first if self._number(first) > self._number(second) else second)

    @external
    def challenge(self, _other: Address) -> None:
        while self._number(self.msg.sender) == self._number(_other):  # expect: C02
            self._tries[self.msg.sender] += 1
            self._tries[_other] += 1
        self.Won(_other)

    @external
    def dare(self, _other: Address) -> None:
        if _other == self.msg.sender:
            revert('Tombola: dare somebody else')
        while self._number(self.msg.sender) == self._number(_other):  # ok: C02
            self._tries[self.msg.sender] += 1
            self._tries[_other] += 1
        self.Won(_other)

    @external
    def level(self, _one: Address, _other: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Tombola: only the owner')
        while self._tries[_one] % 7 == self._tries[_other] % 7:  # expect: C02
            self._tries[_one] += 2
            self._tries[_other] += 3

    # The counter tells the two draws apart, whoever draws.
    @external
    def duel(self, _one: Address, _other: Address) -> None:
        turn = 0
        mine = self._number_at(_one, 0)
        yours = self._number_at(_other, 1)
        while mine == yours:  # ok: C02
            turn += 2
            mine = self._number_at(_one, turn)
            yours = self._number_at(_other, turn + 1)
        self.Won(_one if mine > yours else _other)

    def _number_at(self, guest: Address, turn: int) -> int:
        drawn = sha3_256(guest.to_bytes() + str(turn).encode())
        return int.from_bytes(drawn, 'big') % 100

    @external
    def race(self, _one: Address, _other: Address) -> None:
        turns = 0
        while self._number(_one) == self._number(_other):  # ok: C02
            self._tries[_one] += 1
            turns += 1
            if turns == 10:
                break
        self.Won(_one)

    # Each draw moves a counter that all share.
    @external
    def toss(self, _one: Address, _other: Address) -> None:
        mine = self._tossed(_one)
        yours = self._tossed(_other)
        while mine == yours:  # ok: C02
            mine = self._tossed(_one)
            yours = self._tossed(_other)
        self.Won(_one if mine > yours else _other)

    def _tossed(self, guest: Address) -> int:
        self._tries[self.address] += 1
        drawn = sha3_256(guest.to_bytes() + str(self._tries[self.address]).encode())
        return int.from_bytes(drawn, 'big') % 100
