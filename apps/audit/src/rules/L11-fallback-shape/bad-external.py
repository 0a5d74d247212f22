from iconservice import *


class Toll(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._passes = DictDB('passes', db, value_type=int)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def Passed(self, car: Address, passes: int):
		pass

	@payable
	@external
	def fallback(self) -> None:  # expect: L11
		if self.msg.value != 10 ** 18:
			revert('Toll: one ICX')
		self._passes[self.msg.sender] += 1
		self.Passed(self.msg.sender, self._passes[self.msg.sender])
		self.icx.transfer(self.owner, self.msg.value)

	@external(readonly=True)
	def passes(self, _car: Address) -> int:
		return self._passes[_car]
