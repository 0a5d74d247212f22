from iconservice import *

TAG = 'Survey'


class Survey(IconScoreBase):

    @eventlog(indexed=1)
    def Answered(self, _account: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._questions = VarDB('questions', db, value_type=str)
        self._answers = DictDB('answers', db, value_type=str)
        self._history = ArrayDB('history', db, value_type=str)
        self._chairman = VarDB('chairman', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._questions.set(['size', 'colour'])  # expect: S03
        self._chairman.set(None)  # expect: S03

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def answer_of(self, _account: Address) -> str:
        return self._answers[_account]

    @external
    def answer(self, _size: int, _colour: str):
        record = {'size': _size, 'colour': _colour}
        self._answers[self.msg.sender] = record  # expect: S03
        self._history.put((str(self.msg.sender), _size))  # expect: S03
        self.Answered(self.msg.sender)

    @external
    def forget(self):
        self._answers[self.msg.sender] = None  # expect: S03
        self.Answered(self.msg.sender)
