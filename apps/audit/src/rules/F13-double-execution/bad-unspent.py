from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, payable, eventlog, revert
from iconservice import *

TAG = 'MarketStall'


class MarketStall(IconScoreBase):
	"""Asks whether there is enough, and leaves it where it is."""

	@eventlog(indexed=3)
	def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
		pass

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._balances = DictDB('balances', db, value_type=int)
		self._tips = DictDB('tips', db, value_type=int)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@external
	@payable
	def pay_in(self) -> None:
		self._balances[self.msg.sender] += self.msg.value

	@external
	@payable
	def tip(self, _trader: Address) -> None:
		self._tips[_trader] += self.msg.value

	@external
	def withdraw(self, _amount: int) -> None:
		if _amount <= 0 or self._balances[self.msg.sender] < _amount:
			revert('MarketStall: not enough')
		self.icx.transfer(self.msg.sender, _amount)  # expect: F13

	@external
	def withdraw_tips(self, _amount: int) -> None:
		if _amount <= 0 or self._tips[self.msg.sender] < _amount:
			revert('MarketStall: not enough')
		self._tips[self.msg.sender] -= _amount
		self.icx.transfer(self.msg.sender, _amount)  # ok: F13

	@external
	def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
		if _value <= 0 or self._balances[self.msg.sender] < _value:
			revert('MarketStall: not enough')
		self._balances[_to] += _value  # expect: F13
		self.Transfer(self.msg.sender, _to, _value, _data or b'None')
