from iconservice import *

TAG = 'MilkRound'


class Stop:
    """One house of the round, which knows the next one."""

    def __init__(self, number: int, db: IconScoreDatabase) -> None:
        self.letter = VarDB(f'stop_{number}_letter', db, str)
        self.following = VarDB(f'stop_{number}_following', db, int)


class Round:
    def __init__(self, db: IconScoreDatabase) -> None:
        self.db = db
        self.first = VarDB('round_first', db, int)
        self.count = VarDB('round_count', db, int)

    def add(self, letter: str) -> None:
        number = self.count.get() + 1
        stop = Stop(number, self.db)
        stop.letter.set(letter)
        stop.following.set(self.first.get())
        self.first.set(number)
        self.count.set(number)

    def __iter__(self):
        number = self.first.get()
        while number != 0:
            stop = Stop(number, self.db)
            yield stop.letter.get()
            number = stop.following.get()


class MilkRound(IconScoreBase):
    """Whoever wants their bottle money back is put on the round; the round pays all of them in one go."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.round = Round(db)
        self.bottles = DictDB('bottles', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def PutOn(self, account: Address, amount: int):
        pass

    @external
    @payable
    def take_bottles(self) -> None:
        if self.msg.value <= 0:
            revert('leave a pledge')
        self.bottles[self.msg.sender] += self.msg.value

    @external
    def bring_bottles(self) -> None:
        amount = self.bottles[self.msg.sender]
        if amount <= 0:
            revert('you have none')
        self.bottles[self.msg.sender] = 0
        self.round.add(json_dumps({'to': str(self.msg.sender), 'amount': amount}))
        self.PutOn(self.msg.sender, amount)

    @external
    def go_round(self) -> None:
        for letter in self.round:
            slip = json_loads(letter)
            self.icx.transfer(Address.from_string(slip['to']), slip['amount'])  # expect: F09
