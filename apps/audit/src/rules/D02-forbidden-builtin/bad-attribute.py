from iconservice import IconScoreBase, IconScoreDatabase, VarDB, Address, external, eventlog, revert

LIMIT = 64


class Template:

	def __init__(self, text: str) -> None:
		self.text = text

	def compile(self, name: str) -> str:  # expect: D02
		return self.text.replace('%', name)


class Cards(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.card = VarDB('card', db, value_type=str)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def Printed(self, name: str):
		pass

	@external
	def print_card(self, name: str) -> None:
		if self.msg.sender != self.owner:
			revert('only the owner prints')
		if len(name) > LIMIT:
			revert('name too long')
		template = Template('Dear %')
		self.card.set(template.compile(name))  # expect: D02
		self.Printed(name)

	@external(readonly=True)
	def get_card(self) -> str:
		return self.card.get()

	@external(readonly=True)
	def module_path(self) -> str:
		host = __import__('os')  # expect: D02
		return host.getcwd()
