from iconservice import IconScoreBase, IconScoreDatabase, Address, ArrayDB, DictDB, VarDB, external, eventlog, revert, json_dumps

TAG = 'Orders'


class Order:
	"""An order in storage: one VarDB for each field."""

	def __init__(self, number: int, db: IconScoreDatabase) -> None:
		prefix = f'order_{number}'
		self.buyer = VarDB(f'{prefix}_buyer', db, Address)
		self.amount = VarDB(f'{prefix}_amount', db, int)
		self.notes = VarDB(f'{prefix}_notes', db, str)
		self.state = VarDB(f'{prefix}_state', db, int)

	def fill(self, buyer: Address, amount: int, notes: str) -> None:
		self.buyer.set(buyer)
		self.amount.set(f'{amount}')  # expect: S02
		self.notes.set(notes.encode())  # expect: S02
		self.state.set('open')  # expect: S02


class Orders(IconScoreBase):

	@property
	def _levels(self) -> DictDB:
		return DictDB('levels', self.db, int, depth=2)

	@property
	def _log(self) -> ArrayDB:
		return ArrayDB('log', self.db, int)

	def _label(self, amount: int) -> str:
		return 'large' if amount > 100 else 'small'

	def on_install(self) -> None:
		super().on_install()

	@eventlog(indexed=1)
	def Ordered(self, number: int):
		pass

	@external(readonly=True)
	def level(self, buyer: Address, kind: str) -> int:
		return self._levels[buyer][kind]

	@external
	def order(self, amount: int, notes: str) -> None:
		if amount <= 0 or len(notes) > 100:
			revert('cannot order')
		number = len(self._log) + 1
		Order(number, self.db).fill(self.msg.sender, amount, notes)
		levels = self._levels[self.msg.sender]
		levels['size'] = self._label(amount)  # expect: S02
		levels['text'] = json_dumps({'notes': notes})  # expect: S02
		self._log.put(number)
		self._log[0] = self.msg.sender  # expect: S02
		self.Ordered(number)
