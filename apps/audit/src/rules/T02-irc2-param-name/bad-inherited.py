from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, eventlog, interface, revert

NOBODY = Address.from_string('hx' + '0' * 40)


class Wallet(InterfaceScore):
	@interface
	def tokenFallback(self, _from: Address, _value: int, _data: bytes):
		pass


class Standard(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.issued = VarDB('issued', db, int)
		self.book = DictDB('book', db, int)

	@eventlog(indexed=3)
	def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
		pass

	@external(readonly=True)
	def decimals(self) -> str:  # expect: T02
		return '18'

	@external(readonly=True)
	def totalSupply(self) -> int:
		return self.issued.get()

	@external(readonly=True)
	def balanceOf(self, _owner: str) -> int:  # expect: T02
		return self.book[Address.from_string(_owner)]

	@external
	def transfer(self, _to: Address, _value: int) -> None:  # expect: T02
		giver = self.msg.sender
		if _value <= 0 or _value > self.book[giver]:
			revert('value is out of range')
		self.book[giver] -= _value
		self.book[_to] += _value
		self.Transfer(giver, _to, _value, b'')
		if _to.is_contract:
			self.create_interface_score(_to, Wallet).tokenFallback(giver, _value, b'')


class HarbourCoin(Standard):

	def on_install(self, _amount: int) -> None:
		super().on_install()
		if _amount <= 0:
			revert('nothing to issue')
		self.issued.set(_amount)
		self.book[self.msg.sender] = _amount
		self.Transfer(NOBODY, self.msg.sender, _amount, b'')

	def on_update(self) -> None:
		super().on_update()

	@external(readonly=True)
	def name(self) -> str:
		return 'Harbour'

	@external(readonly=True)
	def symbol(self) -> str:
		return 'HBR'
