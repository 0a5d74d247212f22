from iconservice import *

TAG = 'RecipeBook'


class RecipeBook(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._current = DictDB('current', db, value_type=str)
        self._written = DictDB('written', db, value_type=str, depth=2)
        self._editions = DictDB('editions', db, value_type=int)
        self._favourite = DictDB('favourite', db, value_type=str)
        self._season = DictDB('season', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: not the owner')

    @external
    def publish(self, _dish: str, _recipe: str) -> None:
        self._only_owner()
        edition = self._editions[_dish] + 1
        self._editions[_dish] = edition
        self._written[_dish][str(edition)] = _recipe
        self._current[_dish] = _recipe

    # whoever likes puts an old, perhaps spoiled recipe in the place of the new one
    @external
    def go_back(self, _dish: str, _edition: int) -> None:
        earlier = self._written[_dish][str(_edition)]
        if not earlier:
            revert(f'{TAG}: no such edition')
        self._current[_dish] = earlier  # expect: A01

    @external
    def plan(self, _dish: str) -> None:
        self._only_owner()
        self._season[_dish] = 'planned'

    # what is written follows from the dish alone
    @external
    def refresh(self, _dish: str) -> None:
        edition = self._editions[_dish]
        if edition > 1:
            self._season[_dish] = self._favourite[_dish]  # ok: A01
