from iconservice import *

TAG = 'BoardVote'


def members_only(fn):
	@wraps(fn)
	def inner(self, *args, **kwargs):
		voter = self.tx.origin  # expect: A02
		if self.seats[voter] == 0:
			revert('BoardVote: no seat')
		return fn(self, *args, **kwargs)
	return inner


class BoardVote(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.seats = DictDB('seats', db, int)
		self.votes = DictDB('votes', db, int, depth=2)

	def on_install(self) -> None:
		super().on_install()
		self.seats[self.owner] = 1

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=2)
	def Voted(self, motion: int, voter: Address, choice: int):
		pass

	@external
	@members_only
	def vote(self, motion: int, choice: int) -> None:
		if choice < 1 or choice > 2:
			revert('BoardVote: choose 1 or 2')
		tx = self.tx
		self.votes[motion][tx.origin] = choice  # expect: A02
		self.Voted(motion, tx.origin, choice)
