import type { Text } from '../catalogue/finding.ts';

/** One line of the official audit checklist for Python SCOREs. */
export interface ChecklistLine {
  /** `CL-C…` of a critical line, `CL-W…` of a warning. */
  readonly id: string;
  /** A critical line that fails rejects the contract; a warning is reported and blocks nothing. */
  readonly kind: 'critical' | 'warning';
  readonly title: Text;
  /** What the line asks for, in a sentence. */
  readonly asks: Text;
  /** What is read to answer it: the trees of the files alone, or what happens when entry points run. */
  readonly reads: 'tree' | 'flow';
}

type Entry = readonly [
  id: string,
  reads: ChecklistLine['reads'],
  titleEn: string,
  titleKo: string,
  asksEn: string,
  asksKo: string,
];

const ENTRIES: readonly Entry[] = [
  [
    'CL-C01',
    'flow',
    'Timeout',
    '시간 초과',
    'The work of a transaction is bounded well below the time of a block.',
    '트랜잭션 하나의 작업량이 블록 시간보다 충분히 작게 제한됩니다.',
  ],
  [
    'CL-C02',
    'flow',
    'Unfinishing loop',
    '끝나지 않는 반복문',
    'Every loop has a way out that is sure to come.',
    '모든 반복문에 반드시 도달하는 출구가 있습니다.',
  ],
  [
    'CL-C03',
    'tree',
    'Package import',
    '패키지 가져오기',
    'Only iconservice and files of the package itself are imported.',
    '`iconservice`와 패키지 안의 파일만 가져옵니다.',
  ],
  [
    'CL-C04',
    'tree',
    'System call',
    '시스템 호출',
    'Nothing reaches processes, files or the environment of the node.',
    '노드의 프로세스, 파일, 환경에 닿는 코드가 없습니다.',
  ],
  [
    'CL-C05',
    'tree',
    'Outbound network call',
    '외부 네트워크 호출',
    'Nothing reaches the network.',
    '네트워크에 닿는 코드가 없습니다.',
  ],
  [
    'CL-C06',
    'tree',
    'iconservice internal API',
    'iconservice 내부 API',
    'Only the documented interface of iconservice is used.',
    '`iconservice`의 공개된 기능만 씁니다.',
  ],
  [
    'CL-C07',
    'flow',
    'Randomness',
    '무작위성',
    'All nodes compute the same result.',
    '모든 노드가 같은 결과를 계산합니다.',
  ],
  [
    'CL-C08',
    'flow',
    'Fixed SCORE information',
    '고정된 SCORE 정보',
    'Name, symbol and decimals stay what they were at installation.',
    '이름, 심벌, 소수 자릿수가 설치 때 그대로 유지됩니다.',
  ],
  [
    'CL-C09',
    'flow',
    'IRC2 token standard compliance',
    'IRC2 토큰 표준 준수',
    'A token has all methods of IRC2 and notifies contracts that receive it.',
    '토큰이 IRC2의 메서드를 모두 갖추고, 받는 컨트랙트에 알립니다.',
  ],
  [
    'CL-C10',
    'flow',
    'IRC2 token parameter names',
    'IRC2 토큰 매개변수 이름',
    'The parameters of IRC2 methods have the names of the standard.',
    'IRC2 메서드의 매개변수 이름이 표준과 같습니다.',
  ],
  [
    'CL-C11',
    'flow',
    'Event on token transfer',
    '토큰 이동 이벤트',
    'Every movement of tokens emits Transfer, minting and burning included.',
    '발행과 소각을 포함하여 토큰이 움직일 때마다 `Transfer` 이벤트를 남깁니다.',
  ],
  [
    'CL-C12',
    'flow',
    'Event without token transfer',
    '토큰 이동 없는 이벤트',
    'Transfer is emitted only where tokens move.',
    '토큰이 움직일 때만 `Transfer` 이벤트를 남깁니다.',
  ],
  [
    'CL-C13',
    'tree',
    'ICXTransfer event',
    'ICXTransfer 이벤트',
    'No event has the reserved signature ICXTransfer(Address,Address,int).',
    '예약된 시그니처 `ICXTransfer(Address,Address,int)` 이벤트를 선언하지 않습니다.',
  ],
  [
    'CL-C14',
    'tree',
    'Super class',
    '상위 클래스 호출',
    '__init__, on_install and on_update call the parent’s method first.',
    '`__init__`, `on_install`, `on_update` 메서드가 상위 메서드를 가장 먼저 호출합니다.',
  ],
  [
    'CL-C15',
    'tree',
    'Keyword arguments',
    '키워드 인자',
    'on_install and on_update name their parameters; there is no **kwargs.',
    '`on_install`, `on_update` 메서드가 매개변수를 이름으로 받고 `**kwargs` 인자를 쓰지 않습니다.',
  ],
  [
    'CL-C16',
    'flow',
    'Big number operation',
    '큰 수 연산',
    'Numbers stay below 2^256, and exponents are bounded.',
    '수가 2^256보다 작게 유지되고 지수에 상한이 있습니다.',
  ],
  [
    'CL-C17',
    'flow',
    'Instance variable',
    '인스턴스 변수',
    'Nothing that changes is kept outside the database.',
    '바뀌는 값을 데이터베이스 밖에 두지 않습니다.',
  ],
  [
    'CL-C18',
    'flow',
    'StateDB operation',
    'StateDB 연산',
    'VarDB, DictDB and ArrayDB are used as they are meant to be.',
    '`VarDB`, `DictDB`, `ArrayDB`를 용도에 맞게 씁니다.',
  ],
  [
    'CL-C19',
    'flow',
    'StateDB access in __init__',
    '__init__의 StateDB 접근',
    'The constructor neither reads nor writes the database.',
    '생성자에서 데이터베이스를 읽거나 쓰지 않습니다.',
  ],
  [
    'CL-C20',
    'tree',
    'Temporary limitation',
    '임시 제한',
    'An item of the list of 2019 that was removed later.',
    '2019년 목록에 있다가 삭제된 항목입니다.',
  ],
  [
    'CL-W01',
    'flow',
    'External function parameter check',
    '외부 함수 매개변수 검사',
    'Ranges and meaning of what callers give are checked; its types the platform checks.',
    '호출자가 준 값의 범위와 의미를 검사합니다. 타입은 플랫폼이 검사합니다.',
  ],
  [
    'CL-W02',
    'flow',
    'Internal function parameter check',
    '내부 함수 매개변수 검사',
    'Calls inside the contract and to other contracts give what is wanted; nobody else checks them.',
    '내부 호출과 다른 컨트랙트 호출에 맞는 값을 넘깁니다. 다른 곳에서는 검사하지 않습니다.',
  ],
  [
    'CL-W03',
    'flow',
    'Predictable arbitrariness',
    '예측 가능한 임의성',
    'Nothing of value depends on a number that somebody can foresee or choose.',
    '누군가 예측하거나 고를 수 있는 수에 가치가 걸려 있지 않습니다.',
  ],
  [
    'CL-W04',
    'flow',
    'Unchecked low-level call',
    '확인하지 않은 저수준 호출',
    'The answer of icx.send is checked.',
    '`icx.send` 호출의 결과를 확인합니다.',
  ],
  [
    'CL-W05',
    'flow',
    'Underflow and overflow',
    '언더플로와 오버플로',
    'Negative amounts and balances below zero are refused.',
    '음수 금액과 0보다 작은 잔액을 거부합니다.',
  ],
  [
    'CL-W06',
    'flow',
    'Vault',
    '비밀 보관',
    'Nothing secret is stored, not even encrypted.',
    '암호화한 것을 포함하여 비밀을 저장하지 않습니다.',
  ],
  [
    'CL-W07',
    'flow',
    'Reentrancy',
    '재진입',
    'State is written before ICX is sent or another contract is called.',
    'ICX를 보내거나 다른 컨트랙트를 호출하기 전에 상태를 씁니다.',
  ],
];

/** The official checklist, in its order. */
export const checklistLines: readonly ChecklistLine[] = ENTRIES.map(
  ([id, reads, titleEn, titleKo, asksEn, asksKo]) => ({
    id,
    kind: id.startsWith('CL-C') ? 'critical' : 'warning',
    title: { en: titleEn, ko: titleKo },
    asks: { en: asksEn, ko: asksKo },
    reads,
  }),
);
