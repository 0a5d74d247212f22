from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, payable, eventlog, revert

TAG = 'Savings'

BLOCKS_PER_YEAR = 15768000


class Interest:
	"""Interest rules in storage."""

	def __init__(self, prefix: str, db: IconScoreDatabase) -> None:
		self.percent = VarDB(f'{prefix}_percent', db, int)

	def whole_percent(self, amount: int) -> int:
		return amount // 100


class Savings(IconScoreBase):

	@eventlog(indexed=1)
	def Saved(self, account: Address, amount: int):
		pass

	@eventlog(indexed=1)
	def Closed(self, account: Address, amount: int):
		pass

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._interest = Interest('savings', db)
		self._saved = DictDB('saved', db, int)
		self._since = DictDB('since', db, int)

	def on_install(self) -> None:
		super().on_install()
		self._interest.percent.set(4)

	@external(readonly=True)
	def bonus(self, amount: int) -> int:
		one_percent = self._interest.whole_percent(amount)
		return one_percent * self._interest.percent.get()  # expect: N04

	@external(readonly=True)
	def saved_by(self, account: Address) -> int:
		return self._saved[account]

	@payable
	@external
	def save(self) -> None:
		if self.msg.value <= 0 or self._saved[self.msg.sender] != 0:
			revert('cannot save')
		self._saved[self.msg.sender] = self.msg.value
		self._since[self.msg.sender] = self.block_height
		self.Saved(self.msg.sender, self.msg.value)

	@external
	def close(self) -> None:
		saved = self._saved[self.msg.sender]
		if saved <= 0:
			revert('nothing saved')
		years = (self.block_height - self._since[self.msg.sender]) // BLOCKS_PER_YEAR
		interest = saved * years  # expect: N04
		interest *= self._interest.percent.get()
		amount = saved + interest // 100
		self._saved[self.msg.sender] = 0
		self.Closed(self.msg.sender, amount)
		self.icx.transfer(self.msg.sender, amount)
