from iconservice import *

TAG = 'DogLicence'


class KennelList:
	"""Helper around an array; remove tells whether it found the entry."""

	def __init__(self, db: IconScoreDatabase) -> None:
		self._tags = ArrayDB('tags', db, value_type=int)

	def add(self, tag: int) -> None:
		self._tags.put(tag)

	def remove_last(self, tag: int):
		size = len(self._tags)
		if size == 0 or self._tags[size - 1] != tag:
			return False
		self._tags.pop()
		return True


def valid_tag(tag: int) -> bool:
	return 0 < tag < 1000000


class DogLicence(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.list = KennelList(db)
		self.keeper = DictDB('keeper', db, Address)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def Changed(self, tag: int, licensed: bool):
		pass

	@external
	def grant(self, tag: int, keeper: Address) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		valid_tag(tag)  # expect: F04
		self.list.add(tag)
		self.keeper[tag] = keeper
		self.Changed(tag, True)

	@external
	def withdraw_licence(self, tag: int) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		found = self.list.remove_last(tag)  # expect: F04
		self.keeper.remove(tag)
		self.Changed(tag, False)

	@external(readonly=True)
	def keeper_of(self, tag: int) -> Address:
		return self.keeper[tag]
