from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, payable, eventlog, revert

TAG = 'SwimClub'


class Cash(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	def give(self, to: Address, amount: int) -> bool:
		icx = self.icx
		return icx.send(to, amount)  # ok: F03


class SwimClub(Cash):
	"""The answer of send travels up one level, and is dropped there."""

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.fee = DictDB('fee', db, int)

	@eventlog(indexed=1)
	def Back(self, member: Address, amount: int):
		pass

	@external
	@payable
	def join(self) -> None:
		if self.msg.value <= 0:
			revert('no fee')
		self.fee[self.msg.sender] += self.msg.value

	def _empty(self, member: Address) -> int:
		amount = self.fee[member]
		if amount <= 0:
			revert('not a member')
		self.fee[member] = 0
		self.Back(member, amount)
		return amount

	@external
	def leave(self) -> None:
		self.give(self.msg.sender, self._empty(self.msg.sender))  # expect: F03

	@external
	def expel(self, member: Address) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		if not self.give(member, self._empty(member)):  # ok: F03
			revert('cannot pay')
