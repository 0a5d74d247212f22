from iconservice import *

TAG = 'WindFarm'


class NetworkInterface(InterfaceScore):

    @interface
    def setStake(self, value: int) -> None:
        pass

    @interface
    def setDelegation(self, delegations: list) -> None:
        pass

    @interface
    def disableScore(self, address: Address) -> None:
        pass


class ShareInterface(InterfaceScore):

    @interface
    def mint(self, _to: Address, _amount: int) -> None:
        pass

    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class WindFarm(IconScoreBase):
    """The owner gives the orders; whoever serves those who wait sets the votes anew along with it."""

    MOST = 10

    @eventlog
    def Calmed(self):
        pass

    @eventlog(indexed=1)
    def Stopped(self, _mill: Address):
        pass

    @eventlog(indexed=1)
    def Joined(self, _who: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._share = VarDB('share', db, value_type=Address)
        self._waiting = ArrayDB('waiting', db, value_type=Address)
        self._brought = DictDB('brought', db, value_type=int)
        self._shares = DictDB('shares', db, value_type=int)

    def on_install(self, _share: Address) -> None:
        super().on_install()
        self._share.set(_share)

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: not the owner')

    def _token(self) -> ShareInterface:
        return self.create_interface_score(self._share.get(), ShareInterface)

    def _network(self) -> NetworkInterface:
        return self.create_interface_score(ZERO_SCORE_ADDRESS, NetworkInterface)

    @external
    def calm(self) -> None:
        self._only_owner()
        self.Calmed()
        self._network().setDelegation([])  # ok: A01
        self._network().setStake(0)  # ok: A01

    @external
    def stop_mill(self, _mill: Address) -> None:
        self._only_owner()
        self.Stopped(_mill)
        self._network().disableScore(_mill)  # ok: A01

    @external
    @payable
    def join(self) -> None:
        if self.msg.value <= 0 or len(self._waiting) >= self.MOST:
            revert(f'{TAG}: not now')
        if self._brought[self.msg.sender] == 0:
            self._waiting.put(self.msg.sender)
        self._brought[self.msg.sender] += self.msg.value

    @external
    def leave(self) -> None:
        amount = self._brought[self.msg.sender]
        if amount == 0:
            revert(f'{TAG}: nothing to take back')
        self._brought[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)

    # whoever likes turns the crank: each who waits gets what they have paid for
    @external
    def serve(self) -> None:
        total = 0
        while len(self._waiting) > 0:
            guest = self._waiting.pop()  # ok: A01
            amount = self._brought[guest]
            self._brought[guest] = 0
            self._shares[guest] += amount
            total += amount
            self.Joined(guest, amount)
        if total == 0:
            revert(f'{TAG}: nobody waits')
        self._token().mint(self.address, total)
        self._network().setDelegation([])  # ok: A01

    @external
    def fetch(self) -> None:
        amount = self._shares[self.msg.sender]
        if amount == 0:
            revert(f'{TAG}: nothing to fetch')
        self._shares[self.msg.sender] = 0
        self._token().transfer(self.msg.sender, amount)
