from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert

TAG = 'RouteTable'


def demand(truth: bool, text: str) -> None:
	if not truth:
		revert(text)


class Internal(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	def only_modules(self) -> None:
		sender = self.msg.sender
		demand(sender.is_contract, 'modules only')


class RouteTable(Internal):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.routes = DictDB('routes', db, Address)
		self.main = VarDB('main', db, Address)
		self.escrow = VarDB('escrow', db, int)

	@eventlog(indexed=1)
	def MainChanged(self, target: Address):
		pass

	@eventlog(indexed=1)
	def RouteChanged(self, number: int, target: Address):
		pass

	@eventlog(indexed=1)
	def EscrowMoved(self, to: Address, amount: int):
		pass

	@external
	def change_main(self, target: Address) -> None:
		self.only_modules()  # expect: A07
		self.main.set(target)
		self.MainChanged(target)

	@external
	def change_route(self, number: int, target: Address) -> None:
		demand(self.msg.sender == self.main.get(), 'main module only')
		self.routes[number] = target  # ok: A07
		self.RouteChanged(number, target)

	@external
	def release(self, to: Address, amount: int) -> None:
		self.only_modules()  # expect: A07
		demand(amount > 0, 'bad amount')
		self.EscrowMoved(to, amount)
		self.icx.transfer(to, amount)
