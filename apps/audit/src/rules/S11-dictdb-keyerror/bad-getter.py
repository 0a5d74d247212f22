from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert

TAG = 'Members'


class Table:

	def __init__(self, name: str, db: IconScoreDatabase) -> None:
		self._rows = DictDB(name, db, value_type=str)

	def __getitem__(self, key: Address) -> str:
		return self._rows[key]

	def __setitem__(self, key: Address, value: str) -> None:
		self._rows[key] = value


class Directory(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._names = Table('names', db)

	@property
	def _levels(self) -> DictDB:
		return DictDB('levels', self.db, value_type=int)

	def on_install(self) -> None:
		super().on_install()

	def _level(self, account: Address) -> int:
		levels = self._levels
		return levels[account]

	@eventlog(indexed=1)
	def Joined(self, account: Address, name: str):
		pass


class Members(Directory):

	@external(readonly=True)
	def level_of(self, account: Address) -> int:
		try:
			return self._level(account)
		except KeyError as error:  # expect: S11
			revert('not a member')

	@external
	def join(self, name: str) -> None:
		if not 0 < len(name) <= 30:
			revert('1 to 30 characters')
		try:
			if self._names[self.msg.sender]:
				revert('joined already')
		except KeyError:  # expect: S11
			self._levels[self.msg.sender] = 1
		self._names[self.msg.sender] = name
		self.Joined(self.msg.sender, name)
