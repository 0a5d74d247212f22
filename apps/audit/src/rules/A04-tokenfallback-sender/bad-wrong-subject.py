from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert

TAG = 'StakeYard'


class Depositary(IconScoreBase):
	"""Base class: takes tokens in and lets the subclass count them."""

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.accepted = VarDB('accepted', db, Address)

	def on_install(self, accepted: Address) -> None:
		super().on_install()
		self.accepted.set(accepted)

	def on_update(self) -> None:
		super().on_update()

	@external
	def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
		# the payer is asked, where the token should be
		if _from == self.accepted.get():
			revert('the token does not pay itself')
		if not self.msg.sender.is_contract:
			revert('contracts only')
		if _value <= 0:
			revert('nothing paid')
		self.count_in(_from, _value)  # expect: A04

	def count_in(self, account: Address, amount: int) -> None:
		revert('not here')


class StakeYard(Depositary):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.shares = DictDB('shares', db, int)

	@eventlog(indexed=1)
	def Staked(self, account: Address, amount: int):
		pass

	def count_in(self, account: Address, amount: int) -> None:
		self.shares[account] += amount
		self.Staked(account, amount)

	@external(readonly=True)
	def shares_of(self, account: Address) -> int:
		return self.shares[account]
