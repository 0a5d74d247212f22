from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, DictDB, external, payable, interface, eventlog, revert

TAG = 'StudioRent'


class Irc2(InterfaceScore):
	@interface
	def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
		pass


class TakesMoney(IconScoreBase):
	"""The way in is in the base; the way out exists but nothing leads to it."""

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.paid = DictDB('paid', db, int)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def Rented(self, tenant: Address, amount: int):
		pass

	@payable
	@external
	def rent(self) -> None:
		if self.msg.value < 10 ** 18:
			revert('rent is 1 ICX')
		self.paid[self.msg.sender] += self.msg.value
		self.Rented(self.msg.sender, self.msg.value)

	def _pay_landlord(self, amount: int) -> None:
		self.icx.transfer(self.owner, amount)


class StudioRent(TakesMoney):  # expect: F07
	# moves tokens, not ICX
	@external
	def rescue_tokens(self, token: Address, amount: int) -> None:
		if self.msg.sender != self.owner or amount <= 0:
			revert('owner only')
		self.Rented(self.owner, 0)
		self.create_interface_score(token, Irc2).transfer(self.owner, amount)
