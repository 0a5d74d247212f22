from iconservice import *

TAG = 'Survey'


class Survey(IconScoreBase):

    @eventlog(indexed=1)
    def Answered(self, who: Address, answer: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._answer = DictDB('answer', db, value_type=str)
        self._score = DictDB('score', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def answer(self, _answer) -> None:  # expect: L08
        if len(_answer) > 100:
            revert('Survey: too long')
        self._answer[self.msg.sender] = _answer
        self.Answered(self.msg.sender, _answer)

    @external
    def answerAll(self, _answers: dict) -> None:  # expect: L08
        self._answer[self.msg.sender] = json_dumps(_answers)
        self.Answered(self.msg.sender, 'all')

    @external
    def rate(self, _stars: float) -> None:  # expect: L08
        if _stars <= 0:
            revert('Survey: at least one star')
        self._score[self.msg.sender] = int(_stars)

    @external(readonly=True)
    def answersOf(self, _people: list) -> int:  # expect: L08
        return len(_people)

    @external(readonly=True)
    def answerOf(self, _who: 'str') -> str:  # expect: L08
        return self._answer[Address.from_string(_who)]
