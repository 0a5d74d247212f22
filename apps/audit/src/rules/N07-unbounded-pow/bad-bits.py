from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert, json_loads

TAG = 'Badges'


def power(base: int, exponent: int) -> int:
	return base ** exponent  # expect: N07


class BadgeBook(IconScoreBase):

	@property
	def badges(self) -> DictDB:
		return DictDB('badges', self.db, value_type=int)

	@property
	def levels(self) -> DictDB:
		return DictDB('levels', self.db, value_type=int)

	@eventlog(indexed=1)
	def Awarded(self, account: Address, badge: int):
		pass

	def on_install(self) -> None:
		super().on_install()

	def must_be_owner(self) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')


class Badges(BadgeBook):

	@external(readonly=True)
	def has(self, account: Address, badge: int) -> bool:
		return self.badges[account] & (1 << badge) != 0  # expect: N07

	@external(readonly=True)
	def points_needed(self, level: int) -> int:
		if level < 1:
			revert('levels start at 1')
		return power(2, level) * 100

	@external
	def award(self, account: Address, badge: int) -> None:
		self.must_be_owner()
		if badge < 0:
			revert('no such badge')
		bits = self.badges[account]
		bits |= 1 << badge  # expect: N07
		self.badges[account] = bits
		self.Awarded(account, badge)

	@external
	def import_level(self, account: Address, data: str) -> None:
		self.must_be_owner()
		entry = json_loads(data)
		self.levels[account] = 10 ** int(entry['level'])  # expect: N07
		self.Awarded(account, 0)
