from iconservice import *

TAG = 'ParcelDesk'


def only_owner(func):
    if not isfunction(func):
        revert('only_owner decorates functions')

    @wraps(func)
    def __wrapper(self: object, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert('ParcelDesk: sender is not the owner')
        return func(self, *args, **kwargs)

    return __wrapper


def only_role(role: str):
    """A decorator with an argument: the role is looked up in a DictDB of depth 2."""

    def decorate(func):
        @wraps(func)
        def __wrapper(self: object, *args, **kwargs):
            if not self.roles[role][self.msg.sender]:
                revert('ParcelDesk: role missing')
            return func(self, *args, **kwargs)

        return __wrapper

    return decorate


class ParcelDesk(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.roles = DictDB('roles', db, value_type=bool, depth=2)
        self.tariff = VarDB('tariff', db, value_type=int)
        self.status = DictDB('status', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def RoleGiven(self, role: str, account: Address):
        pass

    @eventlog(indexed=1)
    def TariffChanged(self, tariff: int):
        pass

    @eventlog(indexed=1)
    def StatusChanged(self, parcel: int, status: int):
        pass

    @only_owner
    @external
    def give_role(self, role: str, account: Address) -> None:
        if len(role) > 16:
            revert('ParcelDesk: role name too long')
        self.roles[role][account] = True
        self.RoleGiven(role, account)

    @external
    @only_owner
    def change_tariff(self, tariff: int) -> None:
        if tariff <= 0:
            revert('ParcelDesk: tariff must be positive')
        self.tariff.set(tariff)
        self.TariffChanged(tariff)

    @external
    @only_role('clerk')
    def change_status(self, parcel: int, status: int) -> None:
        if parcel <= 0 or status <= 0:
            revert('ParcelDesk: bad parcel or status')
        self.status[parcel] = status
        self.StatusChanged(parcel, status)

    @external(readonly=True)
    def get_tariff(self) -> int:
        return self.tariff.get()

    @external(readonly=True)
    def get_status(self, parcel: int) -> int:
        return self.status[parcel]
