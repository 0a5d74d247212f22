import { isOpenEntry } from '../../domain/access/privileged.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import { stepsOf } from '../../domain/flow/flow.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { absent, counted, listed, places, seen, type Look, type Looker, type Seen } from '../look.ts';

/** CL-W02: calls that nobody but the contract checks. */
export const lookAtInnerCalls: Looker = (subject): Look => {
  const flows = everyFlow(subject);
  const inner = places(
    flows.flatMap((flow) => stepsOf(flow, 'call')).filter(({ action }) => action.args.length > 0),
  );
  const outer = places(flows.flatMap((flow) => stepsOf(flow, 'external')));
  if (inner.length + outer.length === 0)
    return absent(
      'No method is called with arguments inside the contract, and no other contract is.',
      '인자를 넘기는 내부 호출과 다른 컨트랙트 호출이 없습니다.',
    );
  return {
    seen: [
      seen(
        `${counted(inner.length, 'call')} inside the package and ${counted(outer.length, 'call')} of other contracts pass arguments`,
        `내부 호출 ${inner.length}개와 다른 컨트랙트 호출 ${outer.length}개가 인자를 넘깁니다`,
        [...inner, ...outer],
      ),
    ],
  };
};

/** CL-W01: what callers give. Whether a range is the right one, only a person can say. */
export const lookAtParameters: Looker = (subject): Look => {
  const methods = openMethods(subject);
  if (methods.length === 0)
    return absent(
      'No external method that may write takes a parameter.',
      '쓰기가 가능하면서 매개변수를 받는 외부 메서드가 없습니다.',
    );
  return { seen: typeTests(subject), open: methods.map(methodToCheck) };
};

const openMethods = ({ contracts }: Subject): FunctionModel[] => [
  ...new Set(
    contracts
      .flatMap(({ flows }) => flows)
      .filter((flow) => isOpenEntry(flow) && flow.entry.fn.node.parameters.length > 1)
      .map(({ entry }) => entry.fn),
  ),
];

function methodToCheck(fn: FunctionModel): Seen {
  const names = fn.node.parameters.slice(1).map(({ name }) => name);
  const header = `${fn.name}(${names.join(', ')})`;
  return seen(
    `Whether \`${header}\` checks the range and the meaning of what it is given`,
    `\`${header}\` 메서드가 받은 값의 범위와 의미를 검사하는지`,
    [nameOf(fn)],
  );
}

/** Tests of a type that the platform has made already. */
function typeTests(subject: Subject): Seen[] {
  const methods = new Set(openMethods(subject));
  const tests = subject.facts.of('Call').filter(({ fn, node: { callee, args } }) => {
    if (fn === undefined || !methods.has(fn) || callee.kind !== 'Name' || callee.id !== 'isinstance')
      return false;
    const [tested] = args;
    return tested?.kind === 'Name' && fn.node.parameters.some(({ name }) => name === tested.id);
  });
  if (tests.length === 0)
    return [
      seen(
        'No method tests a type that the platform has tested',
        '플랫폼이 이미 검사한 타입을 다시 검사하는 메서드가 없습니다',
      ),
    ];
  const names = listed(tests.flatMap(({ fn }) => fn?.name ?? []));
  return [
    seen(
      `${counted(tests.length, 'test')} of a type that the platform has tested already, in ${names}`,
      `플랫폼이 이미 검사한 타입을 다시 검사하는 곳 ${tests.length}곳: ${names}`,
      places(tests),
    ),
  ];
}
