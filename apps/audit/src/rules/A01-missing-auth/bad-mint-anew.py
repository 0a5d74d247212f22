from iconservice import IconScoreBase, IconScoreDatabase, DictDB, Address, external, eventlog, revert

TAG = 'BreadStamps'


class Ledger(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._balances = DictDB('balances', db, value_type=int)

	def on_install(self) -> None:
		super().on_install()
		self._balances[self.msg.sender] = 1000

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=2)
	def Moved(self, _from: Address, _to: Address, _amount: int):
		pass

	def _transfer(self, giver: Address, taker: Address, amount: int) -> None:
		if not 0 < amount <= self._balances[giver]:
			revert('BreadStamps: not that many')
		self._balances[giver] -= amount
		self._balances[taker] += amount
		self.Moved(giver, taker, amount)


class BreadStamps(Ledger):
	"""What is moved on was not there before: the contract's own balance is set to what the caller says."""

	@external
	def mint(self, _amount: int) -> None:
		self._balances[self.address] = _amount  # expect: A01
		self._transfer(self.address, self.msg.sender, _amount)

	@external
	def give(self, _to: Address, _amount: int) -> None:
		self._transfer(self.msg.sender, _to, _amount)  # ok: A01

	@external(readonly=True)
	def balance_of(self, _who: Address) -> int:
		return self._balances[_who]
