import type { Where } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import type { Attribute } from '../../domain/python/tree.ts';
import { counted, listed, nothing, places, seen, type Look, type Looker, type Seen } from '../look.ts';

/** CL-C07: what might come out otherwise on another node. */
export const lookAtDeterminism: Looker = (subject): Look => {
  const kinds = [
    told(builtinCalls(subject, ['hash', 'id']), 'call', 'of `hash` or `id`', '`hash` 또는 `id` 호출'),
    told(setsMade(subject), 'set', 'that are made', '집합을 만드는 곳'),
    told(
      subject.facts.of('Handler').filter(({ node }) => node.name !== undefined),
      'handler',
      'that give an exception a name',
      '예외에 이름을 붙이는 처리기',
    ),
    told(
      builtinCalls(subject, ['repr', 'ascii', 'float', 'round']),
      'call',
      'of `repr`, `float` or `round`',
      '`repr`, `float`, `round` 호출',
    ),
  ].flat();
  if (kinds.length > 0) return { seen: kinds };
  return nothing(
    'There is no set, no `hash`, no text of an exception and no float: nothing that differs from node to node.',
    '집합, `hash`, 예외 문구, 부동소수점이 없어 노드마다 달라질 것이 없습니다.',
  );
};

function told(found: readonly Found[], noun: string, en: string, ko: string): Seen[] {
  if (found.length === 0) return [];
  return [seen(`${counted(found.length, noun)} ${en}`, `${ko} ${found.length}개`, places(found.map(headOf)))];
}

/** A handler is long; its first line says enough. */
function headOf({ module, node }: Found): Where {
  if (node.kind !== 'Handler') return { module, node };
  return { module, node: { start: node.start, end: node.type?.end ?? node.start + 'except'.length } };
}

const builtinCalls = ({ program, facts }: Subject, names: readonly string[]): Found[] =>
  facts.of('Call').filter((found) => {
    const meaning = meaningOf(program, found, found.node.callee);
    return meaning.kind === 'builtin' && names.includes(meaning.name);
  });

const setsMade = (subject: Subject): Found[] => [
  ...subject.facts.of('Set'),
  ...subject.facts.of('SetComprehension'),
  ...builtinCalls(subject, ['set', 'frozenset']),
];

const OF_BLOCK: ReadonlySet<string> = new Set(['block_height', 'block', 'now']);
const OF_TRANSACTION: ReadonlySet<string> = new Set(['hash', 'timestamp', 'nonce', 'index']);

/** CL-W03: where the block and the transaction are read, which somebody can foresee or choose. */
export const lookAtChance: Looker = ({ facts }): Look => {
  const reads = facts.of('Attribute').filter(isForeseeable);
  if (reads.length === 0)
    return nothing(
      'Neither the block’s height, time or hash nor the transaction’s hash is read.',
      '블록의 높이, 시각, 해시와 트랜잭션 해시를 읽지 않습니다.',
    );
  const names = listed(reads.map(({ module, node }) => sourceOf(module, node, 40)));
  return {
    seen: [
      seen(`${counted(reads.length, 'read')} of ${names}`, `${names} 읽기 ${reads.length}개`, places(reads)),
    ],
  };
};

function isForeseeable({ node: { name, value } }: Found<Attribute>): boolean {
  if (OF_BLOCK.has(name)) return value.kind === 'Name' && value.id === 'self';
  if (OF_TRANSACTION.has(name)) return value.kind === 'Attribute' && value.name === 'tx';
  return false;
}
