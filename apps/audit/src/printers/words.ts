import type { Text } from '../catalogue/finding.ts';
import type { Caller, CallerKind } from '../domain/access/callers.ts';
import type { NodeKind, Piece } from './picture.ts';

export const text = (en: string, ko: string): Text => ({ en, ko });

/** Words for kinds of nodes, as legends have them. */
export const nodeWords: Readonly<Record<NodeKind, Text>> = {
  change: text('entry point', '진입점'),
  payable: text('takes ICX', 'ICX를 받음'),
  query: text('read only', '읽기 전용'),
  lifecycle: text('install or update', '설치·업데이트'),
  inner: text('inside', '내부'),
  unreached: text('never called', '불리지 않음'),
  outside: text('another contract', '다른 컨트랙트'),
  caller: text('account', '계정'),
  icx: text('ICX', 'ICX'),
  token: text('tokens', '토큰'),
  storage: text('storage', '저장소'),
  event: text('event', '이벤트'),
  contract: text('contract', '컨트랙트'),
  interface: text('interface', '인터페이스'),
  helper: text('other class', '그 밖의 클래스'),
  platform: text('outside the package', '패키지 밖'),
};

const CALLERS: Readonly<Record<CallerKind, Text>> = {
  anyone: text('anyone', '누구나'),
  'any token': text('any token', '아무 토큰'),
  'all but': text('anyone but some', '일부를 뺀 누구나'),
  people: text('people', '컨트랙트가 아닌 계정'),
  contracts: text('any contract', '아무 컨트랙트'),
  entitled: text('anyone, for their own', '자기 몫에 한해 누구나'),
  enrolled: text('who joined', '스스로 등록한 계정'),
  signer: text('chosen signer', '정해진 서명자'),
  asked: text('who passes a check', '검사를 통과한 호출자'),
  answer: text('whom a contract approves', '다른 컨트랙트가 승인한 계정'),
  stored: text('stored', '저장된 계정'),
  contract: text('contract', '컨트랙트'),
  constant: text('a fixed address', '고정된 주소'),
  owner: text('owner', '소유자'),
  'own address': text('the contract itself', '컨트랙트 자신'),
  update: text('deployer, updating', '배포자(업데이트)'),
  install: text('deployer, installing', '배포자(설치)'),
};

/** Kinds of callers that anybody can be. */
const OPEN: ReadonlySet<CallerKind> = new Set(['anyone', 'any token', 'all but', 'contracts', 'people']);

export const isWide = ({ kind }: Caller): boolean => OPEN.has(kind);

/** Where a place in storage says who they are; `{}` stands for its name. */
const NAMED: Partial<Readonly<Record<CallerKind, Text>>> = {
  'all but': text('anyone not in {}', '{}에 없는 누구나'),
  entitled: text('anyone, for their own in {}', '{}의 자기 몫에 한해 누구나'),
  enrolled: text('who joined {}', '{}에 스스로 등록한 계정'),
  signer: text('signer in {}', '{}에 있는 서명자'),
  stored: text('those in {}', '{}에 있는 계정'),
  contract: text('contract in {}', '{}의 컨트랙트'),
};

/** A kind of callers, with the place that names them: `those in _admin`. */
export function callerWords({ kind, item }: Caller): Text {
  const words = NAMED[kind];
  if (item === undefined || words === undefined) return CALLERS[kind];
  // As a function, since names may hold what a replacement would take for a pattern.
  const named = (template: string) => template.replace('{}', () => item.name);
  return { en: named(words.en), ko: named(words.ko) };
}

export const callerPiece = (caller: Caller): Piece => ({
  text: callerWords(caller),
  tone: isWide(caller) ? 'warn' : 'plain',
});

/** Several pieces of words as one text, `a or b`. */
export const oneOf = (words: readonly Text[]): Text => ({
  en: words.map(({ en }) => en).join(' or '),
  ko: words.map(({ ko }) => ko).join(' 또는 '),
});

/** `text` of a piece in one language. */
export const inLanguage = (words: string | Text, language: 'en' | 'ko'): string =>
  typeof words === 'string' ? words : words[language];
