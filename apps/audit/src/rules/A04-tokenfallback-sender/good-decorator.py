from iconservice import *

TAG = 'MealPlan'


def from_token(fn):
    @wraps(fn)
    def check(self: object, *args, **kwargs):
        if self.msg.sender != self._meal_token():
            revert('MealPlan: another token')
        return fn(self, *args, **kwargs)

    return check


class Refuser(IconScoreBase):
    """A base that takes no tokens; the subclass takes one kind."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        revert('no tokens here')


class MealPlan(Refuser):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('meal_token', db, Address)
        self._meals = DictDB('meals', db, int)

    @eventlog(indexed=1)
    def MealsAdded(self, account: Address, meals: int):
        pass

    @eventlog(indexed=1)
    def MealEaten(self, account: Address):
        pass

    @eventlog(indexed=1)
    def TokenChosen(self, token: Address):
        pass

    def _meal_token(self) -> Address:
        return self._token.get()

    @external
    def choose_token(self, token: Address) -> None:
        if self.msg.sender != self.owner:
            revert('MealPlan: only the owner')
        self._token.set(token)
        self.TokenChosen(token)

    @external
    @from_token
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if _value <= 0:
            revert('MealPlan: nothing sent')
        self._meals[_from] += _value  # ok: A04
        self.MealsAdded(_from, _value)

    @external
    def eat(self) -> None:
        left = self._meals[self.msg.sender]
        if left < 1:
            revert('MealPlan: no meal left')
        self._meals[self.msg.sender] = left - 1
        self.MealEaten(self.msg.sender)

    @external(readonly=True)
    def meals_of(self, account: Address) -> int:
        return self._meals[account]
