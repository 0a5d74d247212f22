from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert, json_loads

TAG = 'CargoDesk'


class Desk(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.token = VarDB('token', db, Address)
		self.boxes = DictDB('boxes', db, int)

	def on_install(self, token: Address) -> None:
		super().on_install()
		self.token.set(token)

	def on_update(self) -> None:
		super().on_update()

	def _actor(self, command: str) -> Address:
		# 'treasury' was a short cut for the tests
		return self.owner if command == 'treasury' else self.msg.sender  # expect: A12


class CargoDesk(Desk):
	@eventlog(indexed=1)
	def Moved(self, account: Address, boxes: int):
		pass

	@external
	def move(self, command: str, boxes: int) -> None:
		account = self._actor(command)
		if boxes <= 0 or self.boxes[account] < boxes:
			revert('CargoDesk: not that many')
		self.boxes[account] -= boxes
		self.Moved(account, boxes)

	@external
	def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
		if self.msg.sender != self.token.get() or _value <= 0:
			revert('CargoDesk: another token')
		payer = _from
		order = json_loads(_data.decode('utf-8'))
		if 'on_behalf' in order and order['on_behalf'] == 1:
			payer = self.address  # expect: A12
		self.boxes[payer] += _value
		self.Moved(payer, _value)
