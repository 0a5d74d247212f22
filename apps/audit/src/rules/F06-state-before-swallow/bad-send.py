from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, payable, eventlog, revert

TAG = 'BingoHall'


class Winnings(IconScoreBase):
	"""send swallows the failure as try and except would."""

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.wins = DictDB('wins', db, value_type=int)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def Won(self, player: Address, amount: int):
		pass

	@eventlog(indexed=1)
	def Unpaid(self, player: Address, amount: int):
		pass

	def _clear(self, player: Address) -> int:
		amount = self.wins[player]
		self.wins[player] = 0
		return amount


class BingoHall(Winnings):
	@external
	@payable
	def reward(self, player: Address) -> None:
		if self.msg.sender != self.owner or self.msg.value <= 0:
			revert('owner only')
		self.wins[player] += self.msg.value
		self.Won(player, self.msg.value)

	@external
	def collect(self) -> None:
		amount = self._clear(self.msg.sender)
		if amount <= 0:
			revert('nothing won')
		if not self.icx.send(self.msg.sender, amount):  # expect: F06
			self.Unpaid(self.msg.sender, amount)

	@external
	def collect_or_fail(self) -> None:
		amount = self._clear(self.msg.sender)
		if amount <= 0:
			revert('nothing won')
		sent = self.icx.send(self.msg.sender, amount)  # ok: F06
		if not sent:
			revert('cannot pay')
