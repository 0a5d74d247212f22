from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, payable, revert

TAG = 'MilkCredits'


class Ledger(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.litres = DictDB('litres', db, value_type=int)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	def shift(self, giver: Address, taker: Address, amount: int) -> None:
		if amount <= 0:
			revert('bad amount')
		if self.litres[giver] < amount:
			revert('not enough litres')
		self.litres[giver] -= amount
		self.litres[taker] += amount


class MilkCredits(Ledger):
	@eventlog(indexed=2)
	def Moved(self, giver: Address, taker: Address, amount: int):
		pass

	@external
	@payable
	def buy(self) -> None:
		if self.msg.value <= 0:
			revert('send ICX')
		self.litres[self.msg.sender] += self.msg.value
		self.Moved(self.address, self.msg.sender, self.msg.value)

	# who 'giver' is does not matter to it: everyone moves everyone's litres
	@external
	def move(self, giver: Address, taker: Address, amount: int) -> None:
		self.shift(giver, taker, amount)  # expect: A03
		self.Moved(giver, taker, amount)

	@external
	def pour_out(self, account: Address, amount: int) -> None:
		left = self.litres[account] - amount
		if amount <= 0 or left < 0:
			revert('bad amount')
		self.litres[account] = left  # expect: A03
		self.Moved(account, self.msg.sender, amount)
		self.icx.transfer(self.msg.sender, amount)
