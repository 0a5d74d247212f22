import { defineWords } from '@madang/web';

export const contractWords = defineWords({
  contracts: { ko: '컨트랙트', en: 'Contracts' },
  contract: { ko: '컨트랙트', en: 'Contract' },
  newestContracts: { ko: '최근에 생긴 컨트랙트', en: 'Newest contracts' },
  noContracts: { ko: '이 조건에 맞는 컨트랙트가 없습니다.', en: 'No contract fits.' },
  clear: { ko: '조건 지우기', en: 'Clear' },
  name: { ko: '이름', en: 'Name' },
  unnamed: { ko: '이름 없음', en: 'no name' },
  nameOrAddress: { ko: '이름, 기호, 주소', en: 'Name, symbol or address' },
  address: { ko: '주소', en: 'Address' },
  owner: { ko: '소유자', en: 'Owner' },
  nobody: { ko: '없음', en: 'none' },
  language: { ko: '언어', en: 'Language' },
  anyLanguage: { ko: '모든 언어', en: 'Any language' },
  python: { ko: 'Python', en: 'Python' },
  java: { ko: 'Java', en: 'Java' },
  system: { ko: '노드 내장', en: 'Built in' },
  unknownLanguage: { ko: '알 수 없음', en: 'not known' },
  token: { ko: '토큰', en: 'Token' },
  firstHeight: { ko: '생긴 높이', en: 'Since height' },
  height: { ko: '높이', en: 'Height' },

  status: { ko: '상태', en: 'Status' },
  anyStatus: { ko: '모든 상태', en: 'Any status' },
  active: { ko: '작동', en: 'Active' },
  pending: { ko: '감사 대기', en: 'Pending' },
  rejected: { ko: '거절됨', en: 'Rejected' },
  blocked: { ko: '차단됨', en: 'Blocked' },
  disabled: { ko: '중지됨', en: 'Disabled' },
  unknown: { ko: '알 수 없음', en: 'Unknown' },
  superseded: { ko: '새것으로 대체됨', en: 'Superseded' },
  retired: { ko: '물러남', en: 'Retired' },

  whyActive: { ko: '작동하고 있습니다. 누구나 호출할 수 있습니다.', en: 'It works: anybody can call it.' },
  whyPending: {
    ko: '배포되었지만 아직 감사를 통과하지 않았습니다. 받아들여지기 전에는 호출이 모두 실패합니다.',
    en: 'It was deployed and waits for its audit. Until it is accepted, every call fails.',
  },
  whyRejected: {
    ko: '감사에서 거절되어 호출할 수 없습니다. 소유자가 고쳐서 다시 배포할 수 있습니다.',
    en: 'The audit rejected it, so it cannot be called. Its owner may deploy it again.',
  },
  whyBlocked: {
    ko: '네트워크 운영 쪽에서 막았습니다. 풀리기 전에는 호출이 모두 실패합니다.',
    en: 'Those who run the network have blocked it. Until that is undone, every call fails.',
  },
  whyDisabled: {
    ko: '소유자가 멈춰 두었습니다. 다시 켜기 전에는 호출이 모두 실패합니다.',
    en: 'Its owner has switched it off. Until it is switched on again, every call fails.',
  },
  whyUnknown: {
    ko: '체인의 트랜잭션만으로는 상태를 알 수 없습니다. 다른 컨트랙트가 만든 것일 수 있습니다.',
    en: 'The transactions of the chain do not tell its state; another contract may have made it.',
  },
  updatePending: {
    ko: '새 버전이 감사를 기다리고 있습니다. 그때까지는 지금 버전이 답합니다.',
    en: 'A new version waits for its audit; until then the present one answers.',
  },
  updateRejected: {
    ko: '마지막으로 보낸 새 버전은 감사에서 거절되었고, 이전 버전이 그대로 답합니다.',
    en: 'The audit rejected the last new version; the one before it still answers.',
  },

  sourceFiles: { ko: '소스 파일', en: 'Source files' },
  itsTransactions: { ko: '받은 트랜잭션', en: 'Transactions to it' },
  itsLogs: { ko: '남긴 로그', en: 'Its event logs' },
  asAddress: { ko: '주소로 보기', en: 'As an address' },

  versions: { ko: '버전', en: 'Versions' },
  noVersions: {
    ko: '이 컨트랙트를 배포한 트랜잭션이 없습니다.',
    en: 'No transaction deployed this contract.',
  },
  deploy: { ko: '배포', en: 'Deployed by' },
  audit: { ko: '감사', en: 'Audited by' },
  withoutAudit: { ko: '감사 없이', en: 'no audit' },
  notYet: { ko: '아직', en: 'not yet' },
  codeHash: { ko: '코드 해시', en: 'Code hash' },
  files: { ko: '파일', en: 'Files' },
  moreVersions: {
    ko: '최근 {shown}개까지만 보입니다. 전체 {count}개는 API에 있습니다.',
    en: 'The newest {shown} of {count}; the API has all.',
  },

  api: { ko: 'API', en: 'API' },
  noApi: {
    ko: '노드가 이 컨트랙트의 API를 알려 주지 않습니다. 작동한 적이 없으면 그렇습니다.',
    en: 'The node tells no API of this contract, as for one that never worked.',
  },
  readMethods: { ko: '읽기 메서드 (readonly)', en: 'Methods that only read (readonly)' },
  writeMethods: { ko: '상태를 바꾸는 메서드', en: 'Methods that change the state' },
  events: { ko: '이벤트', en: 'Events' },
  method: { ko: '메서드', en: 'Method' },
  event: { ko: '이벤트', en: 'Event' },
  payable: { ko: 'ICX 받음', en: 'payable' },
  indexed: { ko: 'indexed', en: 'indexed' },
  moreMembers: {
    ko: '{shown}개까지만 보입니다. 전체 {count}개는 API에 있습니다.',
    en: 'The first {shown} of {count}; the API has all.',
  },
  unreadMembers: {
    ko: '{count}개 항목은 ICON API의 꼴이 아니어서 여기에 보이지 않습니다.',
    en: [
      '{count} entry is not in the form of an ICON API and is not shown here.',
      '{count} entries are not in the form of an ICON API and are not shown here.',
    ],
  },

  version: { ko: '버전', en: 'Version' },
  archiveSize: { ko: '아카이브 크기', en: 'Size of the archive' },
  archiveHash: { ko: '아카이브의 SHA3-256', en: 'SHA3-256 of the archive' },
  check: { ko: '확인', en: 'Check' },
  matches: {
    ko: '다시 계산한 해시가 체인의 코드 해시와 같습니다',
    en: 'computed anew, the hash equals the code hash of the chain',
  },
  differs: { ko: '체인의 코드 해시와 다릅니다', en: 'differs from the code hash of the chain' },
  unchecked: {
    ko: '비교할 코드 해시가 체인에 없습니다',
    en: 'the chain tells no code hash to compare it with',
  },
  path: { ko: '경로', en: 'Path' },
  size: { ko: '크기', en: 'Size' },
  content: { ko: '내용', en: 'Content' },
  text: { ko: '글', en: 'text' },
  binary: { ko: '바이너리', en: 'binary' },
  binaryFile: {
    ko: '글이 아니라 바이너리 파일이어서 보여 주지 않습니다.',
    en: 'This is a binary file, not text, so it is not shown.',
  },
  wholeText: { ko: '전체 글 (API)', en: 'The whole text (API)' },
  noFiles: { ko: '아카이브가 비어 있습니다.', en: 'The archive is empty.' },

  sourceNotShown: { ko: '소스를 보여 줄 수 없습니다.', en: 'No source can be shown.' },
  missingSystem: {
    ko: '이 컨트랙트는 노드에 내장되어 있어 아카이브가 없습니다.',
    en: 'This contract is built into the node and has no archive.',
  },
  missingGenesis: {
    ko: '이 컨트랙트는 제네시스와 함께 생겼습니다. 코드는 제네시스 저장소에 있고 체인의 트랜잭션에는 없습니다.',
    en: 'This contract came with the genesis: its code lies in the genesis storage, and no transaction of the chain carries it.',
  },
  missingJava: {
    ko: 'Java 컨트랙트는 컴파일된 클래스로 배포되므로 소스가 체인에 없습니다.',
    en: 'A Java contract is deployed as compiled classes, so its source is not on the chain.',
  },
  missingUndeployed: {
    ko: '이 버전을 배포한 트랜잭션이 없습니다. 다른 컨트랙트가 만든 것일 수 있습니다.',
    en: 'No transaction deployed this version; another contract may have made it.',
  },
  missingUnsent: {
    ko: '배포 트랜잭션에 16진수로 적힌 아카이브가 없습니다.',
    en: 'The deploy transaction carries no archive in hexadecimal digits.',
  },
  missingOther: {
    ko: '배포 트랜잭션의 아카이브가 체인의 코드 해시와 다릅니다. 실제로 도는 코드가 아닐 수 있습니다.',
    en: 'The archive of the deploy transaction differs from the code hash of the chain: it may not be the code that runs.',
  },
  missingRefused: {
    ko: '아카이브가 망가졌거나 해를 끼치도록 만들어져 열지 않았습니다.',
    en: 'The archive is damaged or made to do harm and was not opened.',
  },
});
