from iconservice import IconScoreBase, IconScoreDatabase, DictDB, Address, external, eventlog, revert
from secrets import *


class Numbered(IconScoreBase):
	"""Gives out the numbers; what they are for is the business of others."""

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.tags = DictDB('tags', db, value_type=bytes)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	def fresh(self) -> bytes:
		return token_bytes(8)  # expect: D05


class Cloakroom(Numbered):

	@eventlog(indexed=1)
	def Hung(self, guest: Address, tag: bytes):
		pass

	@external
	def hang(self) -> None:
		if self.tags[self.msg.sender] is not None:
			revert('one coat each')
		tag = self.fresh()
		self.tags[self.msg.sender] = tag
		self.Hung(self.msg.sender, tag)

	@external(readonly=True)
	def is_mine(self, guest: Address, tag: bytes) -> bool:
		return self.tags[guest] == tag
