from iconservice import *


class Stage:
    FREE = 0
    LEFT = 1
    FETCHED = 2
    CLOSED = 3


class Deposit:
    """What stands in a locker: who left it, how much, and how far it has come."""

    def __init__(self, db: IconScoreDatabase, number: int) -> None:
        self._giver = VarDB(f'locker_giver_{number}', db, value_type=Address)
        self._amount = VarDB(f'locker_amount_{number}', db, value_type=int)
        self._stage = VarDB(f'locker_stage_{number}', db, value_type=int)

    def giver(self) -> Address:
        return self._giver.get()

    def amount(self) -> int:
        return self._amount.get()

    def stage(self) -> int:
        return self._stage.get()

    def leave(self, giver: Address, amount: int) -> None:
        self._giver.set(giver)
        self._amount.set(amount)
        self._stage.set(Stage.LEFT)

    def move_on(self, stage: int) -> None:
        self._stage.set(stage)


class Lockers(IconScoreBase):
    """A stage that goes on from one to the next is no lock: whoever comes back in between finds it as it was."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db
        self._door = VarDB('door', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def leave(self, _number: int) -> None:
        deposit = Deposit(self._db, _number)
        if deposit.stage() != Stage.FREE or self.msg.value <= 0:
            revert('this locker is taken')
        deposit.leave(self.msg.sender, self.msg.value)

    @external
    def fetch(self, _number: int) -> None:
        deposit = Deposit(self._db, _number)
        if deposit.stage() != Stage.LEFT or deposit.giver() != self.msg.sender:
            revert('not yours')
        self.icx.transfer(deposit.giver(), deposit.amount())  # expect: F01
        deposit.move_on(Stage.FETCHED)

    @external
    def close(self, _number: int) -> None:
        deposit = Deposit(self._db, _number)
        if deposit.giver() != self.msg.sender:
            revert('not yours')
        if deposit.stage() == Stage.LEFT:
            deposit.move_on(Stage.FETCHED)
            self.icx.transfer(deposit.giver(), deposit.amount())  # ok: F01
            deposit.move_on(Stage.CLOSED)


class Cloakroom(IconScoreBase):
    """The door is a lock: it is open again for whoever comes next."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._door = VarDB('cloakroom_door', db, value_type=str)
        self._pledges = DictDB('pledges', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._door.set('open')

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def pledge(self) -> None:
        self._pledges[self.msg.sender] += self.msg.value

    @external
    def redeem(self) -> None:
        if self._door.get() == 'open':
            self._door.set('shut')
            self.icx.transfer(self.msg.sender, self._pledges[self.msg.sender])  # ok: F01
            self._pledges[self.msg.sender] = 0
            self._door.set('open')
