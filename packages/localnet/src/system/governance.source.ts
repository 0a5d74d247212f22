/** What the governance contract does, in Python: what it is told by those who may, it tells the system contract. */
export const GOVERNANCE_SOURCE = `from iconservice import *


class SystemInterface(InterfaceScore):
    @interface
    def acceptScore(self, txHash: bytes): pass

    @interface
    def rejectScore(self, txHash: bytes): pass

    @interface
    def blockScore(self, address: Address): pass

    @interface
    def unblockScore(self, address: Address): pass

    @interface
    def setRevision(self, code: int): pass

    @interface
    def setStepPrice(self, price: int): pass

    @interface
    def setStepCost(self, type: str, cost: int): pass

    @interface
    def setMaxStepLimit(self, contextType: str, limit: int): pass

    @interface
    def addDeployer(self, address: Address): pass

    @interface
    def removeDeployer(self, address: Address): pass

    @interface
    def grantValidator(self, address: Address): pass

    @interface
    def revokeValidator(self, address: Address): pass

    @interface
    def addLicense(self, contentId: str): pass

    @interface
    def removeLicense(self, contentId: str): pass

    @interface
    def setTimestampThreshold(self, threshold: int): pass

    @interface
    def setRoundLimitFactor(self, factor: int): pass

    @interface
    def setDeployerWhiteListEnabled(self, yn: bool): pass

    @interface
    def setMinimizeBlockGen(self, yn: bool): pass

    @interface
    def setUseSystemDeposit(self, address: Address, yn: bool): pass

    @interface
    def openBTPNetwork(self, networkTypeName: str, name: str, owner: Address): pass

    @interface
    def closeBTPNetwork(self, id: int): pass


class Governance(IconScoreBase):
    """Lets its owner and its members govern the network."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._members = DictDB('members', db, value_type=bool)
        self._score = self.create_interface_score(ZERO_SCORE_ADDRESS, SystemInterface)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _system(self) -> SystemInterface:
        if self.msg.sender != self.owner and not self._members[self.msg.sender]:
            revert('Only the owner and the members may govern')
        return self._score

    @external(readonly=True)
    def updated(self) -> bool:
        return True

    @external
    def addMember(self, address: Address):
        self._system()
        self._members[address] = True

    @external
    def removeMember(self, address: Address):
        self._system()
        self._members[address] = False

    @external
    def acceptScore(self, txHash: bytes):
        self._system().acceptScore(txHash)

    @external
    def rejectScore(self, txHash: bytes):
        self._system().rejectScore(txHash)

    @external
    def blockScore(self, address: Address):
        self._system().blockScore(address)

    @external
    def unblockScore(self, address: Address):
        self._system().unblockScore(address)

    @external
    def setRevision(self, code: int):
        self._system().setRevision(code)

    @external
    def setStepPrice(self, price: int):
        self._system().setStepPrice(price)

    @external
    def setStepCost(self, type: str, cost: int):
        self._system().setStepCost(type, cost)

    @external
    def setMaxStepLimit(self, contextType: str, limit: int):
        self._system().setMaxStepLimit(contextType, limit)

    @external
    def addDeployer(self, address: Address):
        self._system().addDeployer(address)

    @external
    def removeDeployer(self, address: Address):
        self._system().removeDeployer(address)

    @external
    def grantValidator(self, address: Address):
        self._system().grantValidator(address)

    @external
    def revokeValidator(self, address: Address):
        self._system().revokeValidator(address)

    @external
    def addLicense(self, contentId: str):
        self._system().addLicense(contentId)

    @external
    def removeLicense(self, contentId: str):
        self._system().removeLicense(contentId)

    @external
    def setTimestampThreshold(self, threshold: int):
        self._system().setTimestampThreshold(threshold)

    @external
    def setRoundLimitFactor(self, factor: int):
        self._system().setRoundLimitFactor(factor)

    @external
    def setDeployerWhiteListEnabled(self, yn: bool):
        self._system().setDeployerWhiteListEnabled(yn)

    @external
    def setMinimizeBlockGen(self, yn: bool):
        self._system().setMinimizeBlockGen(yn)

    @external
    def setUseSystemDeposit(self, address: Address, yn: bool):
        self._system().setUseSystemDeposit(address, yn)

    @external
    def openBTPNetwork(self, networkTypeName: str, name: str, owner: Address):
        self._system().openBTPNetwork(networkTypeName, name, owner)

    @external
    def closeBTPNetwork(self, id: int):
        self._system().closeBTPNetwork(id)
`;
