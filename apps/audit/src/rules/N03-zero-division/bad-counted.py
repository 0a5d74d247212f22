from iconservice import *

TAG = 'Surveys'


class Surveys(IconScoreBase):
    """Counted up on some ways only, or after it was read."""

    @eventlog
    def Answered(self, _share: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._agreed = DictDB('agreed', db, value_type=int)
        self._refused = DictDB('refused', db, value_type=int)
        self._answers = VarDB('answers', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def answer(self, _topic: str, _answer: str) -> None:
        if _answer == 'yes':
            self._agreed[_topic] += 1
        elif _answer == 'no':
            self._refused[_topic] += 1
        agreed = self._agreed[_topic]
        self.Answered(100 * agreed // (agreed + self._refused[_topic]))  # expect: N03

    @external
    def count(self, _points: int) -> None:
        answers = self._answers.get()
        self._answers.set(answers + 1)
        self.Answered(_points // answers)  # expect: N03

    @external
    def weigh(self, _topic: str, _points: int) -> None:
        weight = self._agreed[_topic]
        if weight > 0:
            self.Answered(weight)
        self.Answered(_points // weight)  # expect: N03
