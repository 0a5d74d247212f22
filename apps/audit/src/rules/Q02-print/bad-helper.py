from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert

DEBUG = True
say = print  # expect: Q02


def trace(text: str) -> None:
	if DEBUG:
		print('[trace] ' + text)  # expect: Q02


class Mailbag(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.weight = DictDB('weight', db, int)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def Weighed(self, bag: int, weight: int):
		pass

	@external(readonly=True)
	def weightOf(self, bag: int) -> int:
		return self.weight[bag]

	@external
	def weigh(self, bag: int, weight: int) -> None:
		if self.msg.sender != self.owner:
			revert('only the postmaster')
		if weight <= 0:
			revert('weight must be positive')
		trace('weighed')
		self.weight[bag] = weight
		self.Weighed(bag, weight)
