from iconservice import *

TAG = 'Kennel'


class Kennel(IconScoreBase):
    """Under a new name whoever likes writes; that a dog is known here does not say whose it is."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._dogs = ArrayDB('dogs', db, value_type=str)
        self._diets = ArrayDB('diets', db, value_type=str)
        self._diet_of = DictDB('diet_of', db, value_type=str)
        self._run_of = DictDB('run_of', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def feed(self, dog: str, diet: str) -> None:
        if self._has(dog) == False:
            revert('Kennel: no such dog')
        self._diet_of[dog] = diet  # expect: A01

    @external
    def place(self, dog: str, run: str) -> None:
        if run not in self._diets:
            revert('Kennel: no such run')
        self._run_of[dog] = run  # expect: A01

    @external
    def change(self, dog: str, before: str, diet: str) -> None:
        if self._has(dog) == False or self._diet_of[dog] != before:
            revert('Kennel: it eats something else')
        self._diet_of[dog] = diet  # expect: A01

    @external
    def bring(self, dog: str, diet: str) -> None:
        if self._has(dog) == True:
            revert('Kennel: taken')
        self._dogs.put(dog)
        self._diet_of[dog] = diet  # ok: A01

    @external
    def name(self, dog: str, run: str) -> None:
        if dog in self._dogs:
            revert('Kennel: taken')
        self._dogs.put(dog)
        self._run_of[dog] = run  # ok: A01

    def _has(self, dog: str) -> bool:
        if dog in self._dogs:
            return True
        else:
            return False

    @external(readonly=True)
    def dog(self, name: str) -> list:
        return [self._diet_of[name], self._run_of[name]]
