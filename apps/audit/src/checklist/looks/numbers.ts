import { everyFlow } from '../../domain/flow/every-flow.ts';
import { isStep, stepsOf } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
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

const GROWING: ReadonlySet<string> = new Set(['**', '<<']);

/** CL-C16: operations whose result grows faster than what goes in. */
export const lookAtPowers: Looker = (subject): Look => {
  const all = [...powers(subject), ...powerCalls(subject)];
  if (all.length === 0)
    return nothing(
      'There is neither `**`, `<<` nor `pow`, and no text becomes a number in a base.',
      '`**`, `<<`, `pow` 연산과 진법을 정한 문자열 변환이 없습니다.',
    );
  const names = listed(all.map(({ module, node }) => sourceOf(module, node, 40)));
  return {
    seen: [
      seen(`${counted(all.length, 'operation')}: ${names}`, `연산 ${all.length}개: ${names}`, places(all)),
    ],
  };
};

const powers = ({ facts }: Subject): Found[] => [
  ...facts.of('BinaryOperation').filter(({ node }) => GROWING.has(node.operator)),
  ...facts.of('AugmentedAssign').filter(({ node }) => GROWING.has(node.operator)),
];

const powerCalls = ({ program, facts }: Subject): Found[] =>
  facts.of('Call').filter((found) => {
    const meaning = meaningOf(program, found, found.node.callee);
    if (meaning.kind !== 'builtin') return false;
    return meaning.name === 'pow' || (meaning.name === 'int' && found.node.args.length > 1);
  });

/** CL-W05: amounts that callers give, and stored numbers that are made smaller. */
export const lookAtAmounts: Looker = (subject): Look => {
  const all = [...amountsGiven(subject), ...subtractions(subject)];
  return all.length > 0
    ? { seen: all }
    : absent(
        'No caller gives a number, and no stored number is made smaller.',
        '호출자가 주는 수가 없고, 저장된 수를 줄이는 곳도 없습니다.',
      );
};

function amountsGiven({ contracts }: Subject): Seen[] {
  const given = contracts
    .flatMap(({ flows }) => flows)
    .filter(isOpenEntry)
    .flatMap(({ entry: { fn } }) =>
      fn.node.parameters
        .filter(({ annotation }) => isOnly(typesOfAnnotation(annotation), Type.int))
        .map((node) => ({ module: fn.module, node, name: `${fn.name}(${node.name})` })),
    );
  if (given.length === 0) return [];
  const names = listed(given.map(({ name }) => name));
  return [
    seen(
      `${counted(given.length, 'number')} that callers give: ${names}`,
      `호출자가 주는 수 ${given.length}개: ${names}`,
      places(given),
    ),
  ];
}

function subtractions(subject: Subject): Seen[] {
  const writes = places(
    everyFlow(subject)
      .flatMap((flow) => stepsOf(flow, 'write'))
      .filter(({ action }) => action.value?.made?.operator === '-'),
  );
  if (writes.length === 0) return [];
  return [
    seen(
      `${counted(writes.length, 'place')} that store a difference`,
      `뺄셈 결과를 저장하는 곳 ${writes.length}곳`,
      writes,
    ),
  ];
}

/** CL-W04: ICX that is sent, and how. */
export const lookAtSending: Looker = (subject): Look => {
  const all = everyFlow(subject).flatMap(({ steps }) => steps.filter((step) => isStep(step, 'transfer')));
  const by = (how: 'send' | 'transfer') =>
    places(all.filter((step) => isStep(step, 'transfer') && step.action.how === how));
  const [sends, transfers] = [by('send'), by('transfer')];
  if (all.length === 0) return absent('No ICX is sent.', 'ICX를 보내는 곳이 없습니다.');
  return {
    seen: [
      ...(sends.length === 0
        ? [seen('No `icx.send` is called', '`icx.send` 호출이 없습니다')]
        : [
            seen(
              `${counted(sends.length, 'call')} of \`icx.send\`, which answers whether it worked`,
              `성공 여부를 돌려주는 \`icx.send\` 호출 ${sends.length}개`,
              sends,
            ),
          ]),
      ...(transfers.length === 0
        ? []
        : [
            seen(
              `${counted(transfers.length, 'call')} of \`icx.transfer\`, which raises when it fails`,
              `실패하면 예외를 던지는 \`icx.transfer\` 호출 ${transfers.length}개`,
              transfers,
            ),
          ]),
    ],
  };
};
