from iconservice import *

TAG = 'VetClinic'


def drop(array: ArrayDB, item: Address) -> bool:
	"""Takes one entry out; the order changes."""
	last = array.pop()
	if last == item:
		return True
	for at in range(len(array)):
		if array[at] == item:
			array[at] = last
			return True
	array.put(last)
	return False


class Staff:
	def __init__(self, db: IconScoreDatabase, role: str) -> None:
		self._people = ArrayDB(f'{role}_people', db, value_type=Address)

	def hire(self, who: Address) -> None:
		self._people.put(who)  # expect: A10

	def hire_once(self, who: Address) -> None:
		if who in self._people:
			revert('is here already')
		self._people.put(who)  # ok: A10

	def dismiss(self, who: Address) -> None:
		if not drop(self._people, who):
			revert('does not work here')

	def has(self, who: Address) -> bool:
		return who in self._people


class VetClinic(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.vets = Staff(db, 'vet')
		self.nurses = Staff(db, 'nurse')
		self.treated = DictDB('treated', db, bool)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def StaffChanged(self, who: Address, hired: bool):
		pass

	@eventlog(indexed=1)
	def Treated(self, animal: int):
		pass

	@external
	def change_vet(self, who: Address, hired: bool) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		if hired:
			self.vets.hire(who)
		else:
			self.vets.dismiss(who)
		self.StaffChanged(who, hired)

	@external
	def change_nurse(self, who: Address, hired: bool) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		if hired:
			self.nurses.hire_once(who)
		else:
			self.nurses.dismiss(who)
		self.StaffChanged(who, hired)

	@external
	def treat(self, animal: int) -> None:
		if not self.vets.has(self.msg.sender) and not self.nurses.has(self.msg.sender):
			revert('staff only')
		self.treated[animal] = True
		self.Treated(animal)
