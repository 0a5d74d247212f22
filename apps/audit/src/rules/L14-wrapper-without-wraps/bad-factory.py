from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, payable, eventlog, revert


def needs(role):
	def decorate(method):
		def checked(self, *args, **kwargs):  # expect: L14
			if not self.roles[role][self.msg.sender]:
				revert('role is missing')
			return method(self, *args, **kwargs)
		return checked
	return decorate


class Stage(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.roles = DictDB('roles', db, bool, depth=2)
		self.open = VarDB('open', db, bool)

	def on_install(self) -> None:
		super().on_install()
		self.roles['stage'][self.msg.sender] = True

	def on_update(self) -> None:
		super().on_update()

	@eventlog
	def CurtainMoved(self, up: bool):
		pass

	@external(readonly=True)
	def isOpen(self) -> bool:
		return self.open.get()

	# above @external: the flag stays on the inner function, and the method is not in the API
	@needs('stage')
	@external
	def curtain(self, up: bool) -> None:
		self.open.set(up)
		self.CurtainMoved(up)
