from iconservice import *

TAG = 'ClubVote'


class Admins:
    @staticmethod
    def of(db: IconScoreDatabase) -> ArrayDB:
        return ArrayDB('ADMINS', db, value_type=Address)


class ClubVote(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.admins = Admins.of(db)
        self.quorum = VarDB('QUORUM', db, value_type=int)
        self.deadline = VarDB('DEADLINE', db, value_type=int)
        self.ballots = DictDB('BALLOTS', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self.admins.put(self.owner)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def AdminAdded(self, who: Address): pass

    @eventlog(indexed=1)
    def RuleChanged(self, what: str, value: int): pass

    @eventlog(indexed=1)
    def Voted(self, who: Address, choice: int): pass

    def onlyAdmin(self) -> None:
        for admin in self.admins:
            if admin == self.msg.sender:
                return
        revert('not an admin')

    @external
    def setQuorum(self, quorum: int) -> None:
        self.onlyAdmin()
        if quorum <= 0:
            revert('quorum must be positive')
        self.quorum.set(quorum)  # ok: A01
        self.RuleChanged('quorum', quorum)

    @external
    def setDeadline(self, height: int) -> None:
        if self.msg.sender not in self.admins:
            revert('not an admin')
        if height <= self.block_height:
            revert('the deadline lies in the past')
        self.deadline.set(height)  # ok: A01
        self.RuleChanged('deadline', height)

    @external
    def addAdmin(self, who: Address) -> None:
        if who in self.admins:
            revert('is an admin already')
        self.admins.put(who)  # expect: A01
        self.AdminAdded(who)

    @external
    def vote(self, choice: int) -> None:
        if choice <= 0 or choice > 3 or self.block_height > self.deadline.get():
            revert('cannot vote')
        self.ballots[self.msg.sender] = choice  # ok: A01
        self.Voted(self.msg.sender, choice)
