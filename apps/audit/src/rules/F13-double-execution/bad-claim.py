from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, DictDB, VarDB, external, interface, eventlog, revert

TAG = 'HarvestReward'


class Irc2(InterfaceScore):
	@interface
	def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
		pass


class Season(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.token = VarDB('token', db, Address)
		self.weight = DictDB('weight', db, int, depth=2)
		self.reward = DictDB('reward', db, int)
		self.last_claim = DictDB('last_claim', db, int)

	def on_install(self, token: Address) -> None:
		super().on_install()
		self.token.set(token)

	def on_update(self) -> None:
		super().on_update()

	def _give(self, to: Address, amount: int) -> None:
		if amount <= 0:
			revert('nothing to claim')
		self.create_interface_score(self.token.get(), Irc2).transfer(to, amount)


class HarvestReward(Season):
	@eventlog(indexed=2)
	def Weighed(self, season: int, farmer: Address, kilos: int):
		pass

	@eventlog(indexed=2)
	def Claimed(self, season: int, farmer: Address):
		pass

	@external
	def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
		if self.msg.sender != self.token.get() or _value <= 0:
			revert('another token')

	@external
	def weigh(self, season: int, farmer: Address, kilos: int, reward: int) -> None:
		if self.msg.sender != self.owner or kilos <= 0 or reward <= 0:
			revert('owner only')
		self.weight[season][farmer] = kilos
		self.reward[season] = reward
		self.Weighed(season, farmer, kilos)

	# the weights stay, so the same season pays again and again
	@external
	def claim(self, season: int) -> None:
		amount = self.weight[season][self.msg.sender] * self.reward[season]
		self.last_claim[self.msg.sender] = self.block_height
		self.Claimed(season, self.msg.sender)
		self._give(self.msg.sender, amount)  # expect: F13
