from iconservice import *

TAG = 'PlayGround'


class PlayGround(IconScoreBase):
    """Whether a parent may vote is worked out in a method of its own, which answers with a variable."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.answers = DictDB('answers', db, int, depth=2)
        self.slides = VarDB('slides', db, int)
        self.parents = DictDB('parents', db, bool)
        self.question = VarDB('question', db, str)

    def on_install(self, question: str) -> None:
        super().on_install()
        self.question.set(question)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Answered(self, parent: Address, answer: int):
        pass

    @eventlog(indexed=1)
    def ParentAdded(self, parent: Address):
        pass

    @external
    def add_parent(self, parent: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self.parents[parent] = True
        self.ParentAdded(parent)

    def _may_answer(self, question: str) -> bool:
        answer = False
        if self.parents[self.msg.sender] and self.answers[self.msg.sender][question] == 0:
            answer = True
        return answer

    @external
    def vote_for_slide(self, answer: int) -> None:
        question = self.question.get()
        if answer not in (1, 2):
            revert('one or two')
        if self._may_answer(question):
            self.answers[self.msg.sender][question] = answer
            if answer == 1:
                self.slides.set(self.slides.get() + 1)  # ok: F13
            self.Answered(self.msg.sender, answer)
        else:
            revert('no parent, or answered already')

    @external(readonly=True)
    def slides_wanted(self) -> int:
        return self.slides.get()
