from iconservice import *

TAG = 'SpaDesk'


class Money(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.credit = DictDB('credit', db, int)
		self.sauna = DictDB('sauna', db, int)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def Done(self, guest: Address, what: str):
		pass

	def _add(self, value: int) -> None:
		self.credit[self.msg.sender] += value
		self.Done(self.msg.sender, 'add')

	def _enter(self) -> None:
		if self.credit[self.msg.sender] < 100:
			revert('add credit first')
		self.credit[self.msg.sender] -= 100
		self.sauna[self.msg.sender] += 1
		self.Done(self.msg.sender, 'enter')

	def _back(self) -> None:
		amount = self.credit[self.msg.sender]
		if amount <= 0:
			revert('no credit')
		self.credit[self.msg.sender] = 0
		self.Done(self.msg.sender, 'back')
		self.icx.transfer(self.msg.sender, amount)


class SpaDesk(Money):
	"""One payable door for every command."""

	@payable
	@external
	def run(self, command: str) -> None:  # expect: F08
		if command == 'add':
			self._add(self.msg.value)
		elif command == 'enter':
			self._enter()
		elif command == 'back':
			self._back()
		else:
			revert('unknown command')

	@payable
	@external
	def run_strictly(self, command: str) -> None:  # ok: F08
		value = self.msg.value
		if command == 'add':
			self._add(value)
			return
		if value != 0:
			revert('takes no ICX')
		self._enter()
