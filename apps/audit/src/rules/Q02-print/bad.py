from iconservice import *

TAG = 'Postbox'


class Postbox(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._letters = DictDB('letters', db, value_type=int)
        print('Postbox')  # expect: Q02

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Posted(self, _who: Address, _letters: int):
        pass

    @external(readonly=True)
    def lettersOf(self, _who: Address) -> int:
        print('query', _who)  # expect: Q02
        return self._letters[_who]

    @external
    def post(self) -> None:
        self._letters[self.msg.sender] += 1
        self.Posted(self.msg.sender, self._letters[self.msg.sender])
        print(f'{self.msg.sender} posted')  # expect: Q02
