from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, payable, eventlog, revert

TAG = 'StableLoan'


class Till(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._store = db

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def PaidOut(self, to: Address, amount: int):
		pass

	@property
	def pledge(self) -> DictDB:
		return DictDB('pledge', self._store, value_type=int)

	def pay(self, to: Address, amount: int) -> None:
		self.PaidOut(to, amount)
		self.icx.transfer(to, amount)


class StableLoan(Till):
	"""The call is in the base class, the read and the late write are here."""

	@external
	@payable
	def put(self) -> None:
		if self.msg.value <= 0:
			revert('nothing put')
		self.pledge[self.msg.sender] = self.pledge[self.msg.sender] + self.msg.value

	def _forget(self, who: Address) -> None:
		del self.pledge[who]

	@external
	def take(self) -> None:
		mine = self.pledge
		amount = mine[self.msg.sender]
		if amount == 0:
			revert('nothing there')
		self.pay(self.msg.sender, amount)  # expect: F01
		self._forget(self.msg.sender)
