from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog


class Guarded(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.steward = VarDB('steward', db, Address)

	def _steward_only(self) -> None:
		if self.msg.sender != self.steward.get():
			self.revert('only the steward')  # expect: Q01


class Cellar(Guarded):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.laid_down = DictDB('laid_down', db, int)

	def on_install(self) -> None:
		super().on_install()
		self.steward.set(self.msg.sender)

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def LaidDown(self, bottle: int, time: int):
		pass

	@external(readonly=True)
	def laidDown(self, bottle: int) -> int:
		return self.laid_down[bottle]

	@external
	def layDown(self, bottle: int) -> None:
		self._steward_only()
		current = self.block  # expect: Q01
		self.laid_down[bottle] = current.timestamp
		self.LaidDown(bottle, current.timestamp)
