from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert


class Checked(IconScoreBase):

    @eventlog(indexed=1)
    def Violation(self, who: Address, rule: str):
        pass

    def refuse(self, rule: str) -> None:
        self.Violation(self.msg.sender, rule)  # expect: T09
        self.stop()

    def stop(self) -> None:
        revert('rule is violated')


class VillagePoll(Checked):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.deadline = VarDB('deadline', db, int)
        self.voted = DictDB('voted', db, bool)
        self.votes = DictDB('votes', db, int)

    def on_install(self, deadline: int) -> None:
        super().on_install()
        self.deadline.set(deadline)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Voted(self, who: Address, option: int):
        pass

    @external(readonly=True)
    def votesOf(self, option: int) -> int:
        return self.votes[option]

    @external
    def vote(self, option: int) -> None:
        if self.block_height > self.deadline.get():
            self.refuse('deadline')
        if self.voted[self.msg.sender]:
            self.refuse('once')
        self.voted[self.msg.sender] = True
        self.votes[option] += 1
        self.Voted(self.msg.sender, option)
