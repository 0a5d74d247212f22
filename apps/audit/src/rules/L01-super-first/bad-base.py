from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, Address, external, eventlog, revert


class Administered(IconScoreBase):
	"""Has an administrator, who is named at installation."""

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.admin = VarDB('admin', db, value_type=Address)

	def on_install(self, admin: Address) -> None:
		super().on_install()
		self.admin.set(admin)

	def on_update(self) -> None:
		super().on_update()


class Catalogue(Administered):

	def __init__(self, db: IconScoreDatabase) -> None:
		"""Handles of the catalogue."""
		self.titles = DictDB('titles', db, value_type=str)
		self.version = VarDB('version', db, value_type=int)
		Administered.__init__(self, db)  # expect: L01

	def on_install(self, admin: Address) -> None:  # expect: L01
		self.version.set(1)

	def on_update(self) -> None:
		if self.version.get() < 2:
			super().on_update()  # expect: L01
			self.version.set(2)

	@eventlog(indexed=1)
	def Titled(self, number: int, title: str):
		pass

	@external
	def set_title(self, number: int, title: str) -> None:
		if self.msg.sender != self.admin.get():
			revert('only the administrator')
		if len(title) > 80:
			revert('too long')
		self.titles[number] = title
		self.Titled(number, title)

	@external(readonly=True)
	def get_title(self, number: int) -> str:
		return self.titles[number]
