from iconservice import *


class DepositStandard(ABC):
    """What each deposit contract offers."""

    @abstractmethod
    def depositOf(self, who: Address) -> int:
        pass

    @abstractmethod
    def withdraw(self, amount: int) -> None:
        pass


class Pausable(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.paused = VarDB('paused', db, bool)

    @eventlog
    def Paused(self, paused: bool):
        pass

    @external
    def pause(self, paused: bool) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self._pause(paused)

    def _pause(self, paused: bool) -> None:
        self.paused.set(paused)
        self.Paused(paused)


class GrainDeposit(Pausable, DepositStandard):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.deposits = DictDB('deposits', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Moved(self, who: Address, deposit: int):
        pass

    # it was external in the base class; the override takes it out of the API
    def pause(self, paused: bool) -> None:  # expect: L21
        if self.msg.sender != self.owner or self.paused.get() == paused:
            revert('refused')
        self._pause(paused)

    @external(readonly=True)
    def depositOf(self, who: Address) -> int:
        return self.deposits[who]

    @external
    @payable
    def deposit(self) -> None:
        if self.paused.get() or self.msg.value <= 0:
            revert('paused, or nothing sent')
        self.deposits[self.msg.sender] += self.msg.value
        self.Moved(self.msg.sender, self.deposits[self.msg.sender])

    def withdraw(self, amount: int) -> None:  # expect: L21
        if amount <= 0 or amount > self.deposits[self.msg.sender]:
            revert('amount is out of range')
        self.deposits[self.msg.sender] -= amount
        self.Moved(self.msg.sender, self.deposits[self.msg.sender])
        self.icx.transfer(self.msg.sender, amount)
