from iconservice import *

TAG = 'StakeHouse'

BLOCKS_PER_YEAR = 15768000


class Terms(object):

	def __init__(self, db: IconScoreDatabase) -> None:
		self.percent = VarDB('terms_percent', db, value_type=int)
		self.boost = VarDB('terms_boost', db, value_type=str)


class StakeHouse(IconScoreBase):

	@eventlog(indexed=1)
	def Staked(self, account: Address, amount: int):
		pass

	@eventlog(indexed=1)
	def Paid(self, account: Address, amount: int):
		pass

	@eventlog
	def TermsChanged(self, percent: int, boost: str):
		pass

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._terms = Terms(db)
		self._stake = DictDB('stake', db, value_type=int)
		self._since = DictDB('since', db, value_type=int)

	def on_install(self) -> None:
		super().on_install()
		self._terms.percent.set(8)
		self._terms.boost.set('1.5')

	@external
	def set_terms(self, percent: int, boost: str) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		if percent <= 0:
			revert('percent must be positive')
		self._terms.percent.set(percent)
		self._terms.boost.set(boost)
		self.TermsChanged(percent, boost)

	@external(readonly=True)
	def reward_of(self, account: Address) -> int:
		return self._reward(account)

	def _reward(self, account: Address) -> int:
		blocks = self.block_height - self._since[account]
		yearly = self._stake[account] * self._terms.percent.get() // 100
		boosted = yearly * float(self._terms.boost.get())  # expect: N01
		return int(boosted * blocks) // BLOCKS_PER_YEAR

	@payable
	@external
	def stake(self) -> None:
		if self.msg.value < 10 ** 18 / 10:  # expect: N01
			revert('stake at least a tenth of an ICX')
		if self._stake[self.msg.sender] > 0:
			revert('already staked')
		self._stake[self.msg.sender] = self.msg.value
		self._since[self.msg.sender] = self.block_height
		self.Staked(self.msg.sender, self.msg.value)

	@external
	def leave(self) -> None:
		amount = self._stake[self.msg.sender]
		if amount <= 0:
			revert('nothing staked')
		amount += self._reward(self.msg.sender)
		self._stake[self.msg.sender] = 0
		self.Paid(self.msg.sender, amount)
		self.icx.transfer(self.msg.sender, amount)
