from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, DictDB, VarDB, external, interface, eventlog, revert

TAG = 'OlivePress'


class Irc2(InterfaceScore):
	@interface
	def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
		pass


class Paying(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.token = VarDB('token', db, Address)

	def on_install(self, token: Address) -> None:
		super().on_install()
		self.token.set(token)

	def on_update(self) -> None:
		super().on_update()

	def pay(self, to: Address, amount: int) -> None:
		oil = self.create_interface_score(self.token.get(), Irc2)
		oil.transfer(to, amount)


class OlivePress(Paying):
	"""Statistics are written after the payment; nothing depends on them."""

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.harvest = DictDB('harvest', db, int)
		self.last_height = VarDB('last_height', db, int)

	@eventlog(indexed=1)
	def Brought(self, farmer: Address, kilos: int):
		pass

	@external
	def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
		if self.msg.sender != self.token.get() or _value <= 0:
			revert('oil only')
		self.harvest[_from] += _value
		self.Brought(_from, _value)

	@external
	def fetch(self) -> None:
		amount = self.harvest[self.msg.sender]
		if amount <= 0:
			revert('nothing to fetch')
		self.harvest[self.msg.sender] = 0
		self.pay(self.msg.sender, amount)  # expect: F02
		self.last_height.set(self.block_height)

	@external(readonly=True)
	def last(self) -> int:
		return self.last_height.get()
