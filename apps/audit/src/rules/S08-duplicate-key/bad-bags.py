from iconservice import IconScoreBase, IconScoreDatabase, Address, ArrayDB, DictDB, VarDB, external, eventlog, revert

TAG = 'Teams'


class Bag:

	def __init__(self, key: str, db: IconScoreDatabase) -> None:
		self._items = ArrayDB(f'{key}_items', db, value_type=Address)
		self._place = DictDB(key + '_place', db, value_type=int)

	def put(self, item: Address) -> None:
		if self._place[item] > 0:
			revert('is in it')
		self._items.put(item)
		self._place[item] = len(self._items)

	def has(self, item: Address) -> bool:
		return self._place[item] > 0


class Club(IconScoreBase):

	_LEADER = 'leader'

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._leader = VarDB(self._LEADER, db, value_type=Address)
		self._members = Bag('people', db)

	def on_install(self) -> None:
		super().on_install()
		self._leader.set(self.msg.sender)

	@eventlog(indexed=1)
	def Added(self, account: Address):
		pass


class Teams(Club):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._captain = VarDB('leader', db, value_type=Address)  # expect: S08
		self._guests = Bag('people', db)  # expect: S08

	@property
	def _scores(self) -> DictDB:
		return DictDB('people_place', self.db, value_type=int)  # expect: S08

	@external(readonly=True)
	def score(self, account: Address) -> int:
		return self._scores[account]

	@external
	def add(self, account: Address, guest: bool) -> None:
		if self.msg.sender != self._leader.get():
			revert('leader only')
		bag = self._guests if guest else self._members
		if bag.has(account):
			revert('is in it')
		bag.put(account)
		self.Added(account)

	@external
	def appoint(self, captain: Address) -> None:
		if self.msg.sender != self._leader.get():
			revert('leader only')
		self._captain.set(captain)
		self.Added(captain)
