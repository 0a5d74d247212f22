from iconservice import *
from interface_forge import forge, shapes

TAG = 'Courier'


class ParcelInterface(InterfaceScore):
    @interface
    def hand_over(self, _to: Address) -> None:
        pass

    @interface
    def notes(self) -> DictDB:
        pass

    @interface
    def storage(self) -> 'IconScoreDatabase':
        pass

    @interface
    def label(self) -> str:
        pass


class Courier(IconScoreBase):
    """Carries parcels whose contract is reached through classes that are made elsewhere."""

    @eventlog(indexed=1)
    def Carried(self, to: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._parcel = VarDB('parcel', db, value_type=Address)

    def on_install(self, _parcel: Address) -> None:
        super().on_install()
        self._parcel.set(_parcel)

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('Courier: only the owner')

    @external
    def carry(self, _to: Address) -> None:
        self._only_owner()
        parcel = self.create_interface_score(self._parcel.get(), forge(ParcelInterface))  # expect: D12
        parcel.hand_over(_to)
        self.Carried(_to)

    @external
    def carry_far(self, _to: Address) -> None:
        self._only_owner()
        shape = shapes.of('hand_over')  # expect: D12
        parcel = self.create_interface_score(self._parcel.get(), interface_cls=shape)
        parcel.hand_over(_to)
        self.Carried(_to)

    def _declared(self) -> ParcelInterface:
        return self.create_interface_score(self._parcel.get(), ParcelInterface)  # ok: D12

    def _ledger(self):
        return self._declared().storage()

    @external
    def carry_near(self, _to: Address) -> None:
        self._only_owner()
        self._declared().hand_over(_to)
        self._ledger().put(b'near', _to.to_bytes())  # expect: D12
        self.Carried(_to)

    @external(readonly=True)
    def note_of(self, _to: Address) -> str:
        notes = self._declared().notes()  # expect: D12
        return notes[_to]

    @external(readonly=True)
    def label(self) -> str:
        return self._declared().label().lower()  # ok: D12
