from iconservice import *

TAG = 'Abacus'


class Standard(ABC):

    @abstractmethod
    def sumOf(self, _who: Address) -> int:  # ok: L21
        pass

    @abstractmethod
    def weight(self, _number: int) -> int:
        pass


class Ledger:
    """A helper with public methods; it is no contract."""

    def __init__(self, db: IconScoreDatabase) -> None:
        self._sums = DictDB('sums', db, value_type=int)

    def sumOf(self, _who: Address) -> int:  # ok: L21
        """:param _who: whose sum"""
        return self._sums[_who]

    def add(self, _who: Address, _number: int) -> None:  # ok: L21
        self._sums[_who] += _number


class Abacus(IconScoreBase, Standard):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._ledger = Ledger(db)
        self._factor = VarDB('factor', db, value_type=int)

    def on_install(self, _factor: int) -> None:
        super().on_install()
        if _factor <= 0:
            revert('Factor must be positive')
        self._factor.set(_factor)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Added(self, _who: Address, _number: int):
        pass

    @property
    def factor(self) -> int:  # ok: L21
        return self._factor.get()

    # called by add(): the standard wants it, but not in the API
    def weight(self, _number: int) -> int:  # ok: L21
        """
        :param _number: a number
        """
        return _number * self.factor

    def calculate(self, _number: int) -> int:  # ok: L21
        """Looks like a method of the API, and is a step of add()."""
        return self.weight(_number) + 1

    def in_range(self, _number: int) -> bool:  # ok: L21
        return 0 < _number <= 1000

    @external(readonly=True)
    def sumOf(self, _who: Address) -> int:
        return self._ledger.sumOf(_who)

    @external
    def add(self, _number: int) -> None:
        check = self.in_range
        if _number <= 0 or not check(_number):
            revert('Number is out of range')
        self._ledger.add(self.msg.sender, self.calculate(_number))
        self.Added(self.msg.sender, _number)
