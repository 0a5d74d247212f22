from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, payable, eventlog, revert, sha3_256

TAG = 'WheelOfIce'


class Spinning(IconScoreBase):
	"""The seed comes from the player and the transaction: both are known beforehand."""

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.pot = VarDB('pot', db, int)
		self.wins = DictDB('wins', db, int)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	def _spin(self, user_seed: str) -> int:
		mixed = self.tx.hash.hex() + str(self.block.timestamp) + user_seed
		return int.from_bytes(sha3_256(mixed.encode('utf-8')), byteorder='big') % 100000  # expect: F10


class WheelOfIce(Spinning):
	@eventlog(indexed=1)
	def Spun(self, player: Address, field: int):
		pass

	@external
	@payable
	def spin(self, user_seed: str = '') -> None:
		if self.msg.sender.is_contract or len(user_seed) > 32:
			revert('people only, short seeds only')
		if self.msg.value <= 0:
			revert('bet something')
		self.pot.set(self.pot.get() + self.msg.value)
		field = self._spin(user_seed)
		self.Spun(self.msg.sender, field)
		if field < 48000:
			self.wins[self.msg.sender] += self.msg.value * 2

	@external
	def fetch(self) -> None:
		amount = self.wins[self.msg.sender]
		if amount <= 0:
			revert('no wins')
		self.wins[self.msg.sender] = 0
		self.icx.transfer(self.msg.sender, amount)
