from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert
from iconservice import *

TAG = 'BeeHives'


def beekeeper(fn):
	@wraps(fn)
	def checked(self, *args, **kwargs):
		if not (self.msg.sender != self.keeper.get()):  # expect: A11
			revert('BeeHives: keeper only')
		return fn(self, *args, **kwargs)
	return checked


class BeeHives(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.keeper = VarDB('keeper', db, Address)
		self.hives = DictDB('hives', db, int)
		self.helpers = DictDB('helpers', db, bool)

	def on_install(self) -> None:
		super().on_install()
		self.keeper.set(self.owner)

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def HiveSet(self, hive: int, bees: int):
		pass

	@eventlog(indexed=1)
	def HelperSet(self, who: Address, on: bool):
		pass

	@external
	@beekeeper
	def set_hive(self, hive: int, bees: int) -> None:
		if bees <= 0:
			revert('BeeHives: no bees')
		self.hives[hive] = bees
		self.HiveSet(hive, bees)

	@external
	def set_helper(self, who: Address, on: bool) -> None:
		if self.msg.sender != self.keeper.get():
			revert('BeeHives: keeper only')
		self.helpers[who] = on
		self.HelperSet(who, on)

	@external
	def clear_hive(self, hive: int) -> None:
		if self.helpers[self.msg.sender]:  # expect: A11
			revert('BeeHives: helpers only')
		self.hives[hive] = 0
		self.HiveSet(hive, 0)

	@external
	def halve_hive(self, hive: int) -> None:
		if not self.helpers[self.msg.sender]:  # ok: A11
			revert('BeeHives: helpers only')
		self.hives[hive] = self.hives[hive] // 2
		self.HiveSet(hive, self.hives[hive])
