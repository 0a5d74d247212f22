from iconservice import *

TAG = 'Tavern'


class Tavern(IconScoreBase):
    """The host opens the till with a word; what is stored can be read by everybody."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._word = VarDB('word', db, value_type=str)
        self._seal = VarDB('seal', db, value_type=bytes)
        self._till = VarDB('till', db, value_type=int)
        self._jar = VarDB('jar', db, value_type=int)

    def on_install(self, _word: str, _seal: bytes) -> None:
        super().on_install()
        self._word.set(_word)
        self._seal.set(_seal)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def order(self) -> None:
        tip = self.msg.value // 10
        self._jar.set(self._jar.get() + tip)
        self._till.set(self._till.get() + self.msg.value - tip)

    @external
    def empty_till(self, _word: str) -> None:
        if _word != self._word.get():
            revert('Tavern: wrong word')
        takings = self._till.get()
        self._till.set(0)
        self.icx.transfer(self.msg.sender, takings)  # expect: A08

    # whoever answers first has it: the answer is nowhere stored
    @external
    def empty_jar(self, _answer: str) -> None:
        if sha3_256(_answer.encode()) != self._seal.get():
            revert('Tavern: wrong answer')
        tips = self._jar.get()
        self._jar.set(0)
        self.icx.transfer(self.msg.sender, tips)  # ok: A08
