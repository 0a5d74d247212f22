import { everyFlow } from '../../domain/flow/every-flow.ts';
import { isStep, stepsOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type StorageItem } from '../../domain/flow/values.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import type { Subject } from '../../domain/model/subject.ts';
import {
  absent,
  counted,
  listed,
  nothing,
  places,
  seen,
  type Look,
  type Looker,
  type Seen,
} from '../look.ts';

const itemsOf = ({ contracts }: Subject): StorageItem[] => [
  ...new Map(
    contracts.flatMap(({ items }) => items).map((item) => [`${item.kind} ${item.key}`, item]),
  ).values(),
];

const NOTHING_STORED = absent('Nothing is stored.', '저장하는 것이 없습니다.');

/** CL-C18: the containers, and how often they are read and written. */
export const lookAtStorage: Looker = (subject): Look => {
  const items = itemsOf(subject);
  if (items.length === 0) return NOTHING_STORED;
  const flows = everyFlow(subject);
  const reads = places(flows.flatMap((flow) => stepsOf(flow, 'read'))).length;
  const writes = places(flows.flatMap((flow) => stepsOf(flow, 'write'))).length;
  return {
    seen: [
      ...(['VarDB', 'DictDB', 'ArrayDB'] as const).flatMap((kind) => kindSeen(kind, items)),
      seen(
        `Read in ${counted(reads, 'place')} and written in ${counted(writes, 'place')}`,
        `${reads}곳에서 읽고 ${writes}곳에서 씁니다`,
      ),
    ],
  };
};

function kindSeen(kind: StorageItem['kind'], all: readonly StorageItem[]): Seen[] {
  const items = all.filter((item) => item.kind === kind);
  if (items.length === 0) return [];
  const names = listed(
    items.map(({ name, depth, valueTypeName }) => {
      const levels = kind === 'DictDB' && depth > 1 ? ` (depth ${depth})` : '';
      return `${name}${valueTypeName === '' ? '' : `: ${valueTypeName}`}${levels}`;
    }),
    30,
  );
  return [seen(`${items.length} ${kind}: ${names}`, `${kind} ${items.length}개: ${names}`, places(items))];
}

/** CL-W06: the names of all that is stored; whether one of them is a secret, a name does not always say. */
export const lookAtSecrets: Looker = (subject): Look => {
  const items = itemsOf(subject);
  if (items.length === 0) return NOTHING_STORED;
  const names = listed(
    items.map(({ name }) => name),
    60,
  );
  return {
    seen: [
      seen(
        `The names of what is stored, by which alone it is judged: ${names}`,
        `저장하는 것의 이름(이름만 보고 판단합니다): ${names}`,
        places(items),
      ),
    ],
  };
};

/** CL-C17: the attributes that objects keep, and whatever sets one later. */
export const lookAtAttributes: Looker = ({ contracts, facts }): Look => {
  const kept = contracts.map(({ cls, fields }) => {
    const containers = [...fields.values()].filter(({ reference }) => reference?.kind === 'container').length;
    return seen(
      `The constructor of \`${cls.name}\` sets ${counted(fields.size, 'attribute')}, ${containers} of them containers`,
      `\`${cls.name}\` 생성자가 속성 ${fields.size}개를 만들고, 그 가운데 ${containers}개가 저장소입니다`,
      [nameOf(cls)],
    );
  });
  const later = places(
    contracts.flatMap(({ cls, flows }) =>
      flows
        .filter(({ entry }) => entry.kind !== 'constructor')
        .flatMap((flow) => stepsOf(flow, 'attribute'))
        .filter(({ action: { of } }) => of.reference?.kind === 'instance' && of.reference.cls === cls),
    ),
  );
  const globals = facts.of('Global').filter(({ node }) => node.kind === 'Global');
  if (kept.length + globals.length + later.length === 0)
    return nothing('No object keeps anything.', '값을 유지하는 객체가 없습니다.');
  return {
    seen: [
      ...kept,
      seen(
        `${counted(later.length, 'place')} set an attribute of a contract later, ${counted(globals.length, 'statement')} say \`global\``,
        `나중에 컨트랙트의 속성을 정하는 곳 ${later.length}곳, \`global\` 문 ${globals.length}개`,
        [...later, ...places(globals)],
      ),
    ],
  };
};

/** CL-W07: everything by which the contract reaches out of itself. */
export const lookAtOutgoing: Looker = ({ contracts }): Look => {
  const steps = contracts
    .flatMap(({ flows }) => flows)
    .flatMap((flow) => flow.steps.filter((step) => isStep(step, 'external') || isStep(step, 'transfer')));
  const calls = uniqueSteps(steps.filter((step) => isStep(step, 'external')));
  const payments = uniqueSteps(steps.filter((step) => isStep(step, 'transfer')));
  const all = [...calls, ...payments];
  const names = listed(all.map(({ module, node }) => sourceOf(module, node, 50)));
  if (steps.length === 0)
    return absent(
      'No ICX is sent and no other contract is called.',
      'ICX를 보내거나 다른 컨트랙트를 호출하는 곳이 없습니다.',
    );
  return {
    seen: [
      seen(
        `${counted(calls.length, 'call')} of other contracts and ${counted(payments.length, 'transfer')} of ICX: ${names}`,
        `다른 컨트랙트 호출 ${calls.length}개와 ICX 이체 ${payments.length}개: ${names}`,
        all,
      ),
    ],
  };
};

const uniqueSteps = (steps: readonly Step[]): Step[] => [
  ...new Map(steps.map((step) => [step.node, step])).values(),
];
