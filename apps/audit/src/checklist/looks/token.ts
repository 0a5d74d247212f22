import type { Where } from '../../catalogue/rule.ts';
import { isStep, stepsOf, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { answersOf, IRC2_METHODS, isFungible, movingFlows, tokenOf } from '../../domain/token/token.ts';
import { isTransferEvent } from '../../domain/token/transfers.ts';
import { absent, counted, listed, places, seen, type Look, type Looker, type Seen } from '../look.ts';

const FIXED: readonly string[] = ['name', 'symbol', 'decimals'];

/** CL-C08: what the readers answer, and who writes that. */
export const lookAtFixed: Looker = ({ contracts }): Look => {
  const all = contracts.flatMap(fixedOf);
  return all.length > 0
    ? { seen: [...all, ONE_VERSION] }
    : absent(
        'No contract has a `name`, `symbol` or `decimals` that can be read.',
        '읽을 수 있는 `name`, `symbol`, `decimals` 메서드가 없습니다.',
      );
};

const ONE_VERSION = seen(
  'What an update changes is seen only beside the version before it',
  '업데이트로 바뀌는 것은 이전 버전과 비교해야 보입니다',
);

function fixedOf(contract: ContractModel): Seen[] {
  const { methods, standard } = tokenOf(contract);
  const readers = standard === 'none' ? ['name'] : FIXED;
  return readers.flatMap((reader): Seen[] => {
    const fn = methods.get(reader);
    if (fn?.external === undefined) return [];
    const items = answersOf(contract, reader).flatMap(({ read }) => read?.item ?? []);
    const writes = contract.flows.flatMap((flow) =>
      stepsOf(flow, 'write')
        .filter(({ action }) => items.includes(action.item))
        .map((step) => ({ step, by: flow.entry.fn.name })),
    );
    if (writes.length === 0)
      return [
        seen(
          `\`${reader}\` answers what nothing writes`,
          `\`${reader}\` 메서드는 아무도 쓰지 않는 값을 답합니다`,
          [nameOf(fn)],
        ),
      ];
    const by = listed(writes.map((write) => write.by));
    return [
      seen(
        `\`${reader}\` answers what ${by} writes`,
        `\`${reader}\` 메서드는 ${by} 메서드가 쓰는 값을 답합니다`,
        places(writes.map(({ step }) => step)),
      ),
    ];
  });
}

const irc2 = ({ contracts }: Subject): ContractModel[] =>
  contracts.filter((contract) => tokenOf(contract).standard === 'IRC2');

const NO_IRC2 = absent(
  'No contract has three of the six methods of IRC2, so none is meant to be such a token.',
  'IRC2의 메서드 여섯 개 가운데 세 개 이상을 갖춘 컨트랙트가 없어 IRC2 토큰이 아닙니다.',
);

/** CL-C09: the methods of the standard, and the callback. */
export const lookAtStandard: Looker = (subject): Look => {
  const tokens = irc2(subject);
  if (tokens.length === 0) return NO_IRC2;
  return { seen: tokens.flatMap((contract) => [methodsSeen(contract), ...callbackSeen(contract)]) };
};

function methodsSeen(contract: ContractModel): Seen {
  const { methods } = tokenOf(contract);
  const there = IRC2_METHODS.flatMap((name) => methods.get(name) ?? []);
  const names = listed(there.map(({ name }) => name));
  return seen(
    `\`${contract.cls.name}\` has ${there.length} of the ${IRC2_METHODS.length} methods: ${names}`,
    `\`${contract.cls.name}\` 클래스에 메서드 ${IRC2_METHODS.length}개 가운데 ${there.length}개가 있습니다: ${names}`,
    there.map(nameOf),
  );
}

function callbackSeen(contract: ContractModel): Seen[] {
  const calls = contract.flows
    .filter(({ entry }) => entry.fn.name === 'transfer')
    .flatMap((flow) => stepsOf(flow, 'external'))
    .filter(({ action }) => action.method === 'tokenFallback');
  return calls.length === 0
    ? []
    : [
        seen(
          '`transfer` tells a receiving contract by `tokenFallback`',
          '`transfer` 메서드가 받는 컨트랙트의 `tokenFallback` 메서드를 호출합니다',
          places(calls),
        ),
      ];
}

/** CL-C10: the signatures of the methods with parameters. */
export const lookAtParameterNames: Looker = (subject): Look => {
  const methods = irc2(subject).flatMap((contract) =>
    ['balanceOf', 'transfer'].flatMap((name) => tokenOf(contract).methods.get(name) ?? []),
  );
  if (methods.length === 0) return NO_IRC2;
  return {
    seen: methods.map((fn) => seen(`\`${signatureOf(fn)}\``, `\`${signatureOf(fn)}\``, [nameOf(fn)])),
  };
};

const signatureOf = ({ name, node }: FunctionModel): string =>
  `${name}(${node.parameters
    .slice(1)
    .map((parameter) => parameter.name)
    .join(', ')})`;

const fungible = ({ contracts }: Subject): ContractModel[] =>
  contracts.filter((contract) => isFungible(tokenOf(contract)));

const NO_TOKEN = absent(
  'No contract keeps balances of a token of its own.',
  '자기 토큰의 잔액을 보관하는 컨트랙트가 없습니다.',
);

/** CL-C11: every entry point that changes balances, and the events that it emits. */
export const lookAtMovements: Looker = (subject): Look => {
  const tokens = fungible(subject);
  if (tokens.length === 0) return NO_TOKEN;
  const unknown = tokens.filter((contract) => tokenOf(contract).balances === undefined);
  return {
    seen: tokens.flatMap(movementsOf),
    open: unknown.map(({ cls }) =>
      seen(
        `Where \`${cls.name}\` keeps its balances was not found.`,
        `\`${cls.name}\` 클래스가 잔액을 두는 곳을 찾지 못했습니다.`,
        [nameOf(cls)],
      ),
    ),
  };
};

function movementsOf(contract: ContractModel): Seen[] {
  const { balances } = tokenOf(contract);
  return movingFlows(contract).flatMap((flow): Seen[] => {
    const writes = stepsOf(flow, 'write').filter(({ action }) => action.item === balances);
    return writes.length === 0 || balances === undefined ? [] : [movementSeen(flow, writes, balances.name)];
  });
}

function movementSeen(flow: Flow, writes: readonly Where[], name: string): Seen {
  const events = flow.steps.filter(isTransferEvent);
  const entry = flow.entry.fn.name;
  const moves = places(writes).length;
  const emits = places(events).length;
  return seen(
    `\`${entry}\` changes \`${name}\` in ${counted(moves, 'place')} and emits \`Transfer\` in ${counted(emits, 'place')}`,
    `\`${entry}\` 메서드는 \`${name}\` 항목을 ${moves}곳에서 바꾸고 \`Transfer\` 이벤트를 ${emits}곳에서 남깁니다`,
    places([...writes, ...events]),
  );
}

/** CL-C12: every place that emits the event. */
export const lookAtTransferEvents: Looker = (subject): Look => {
  const tokens = fungible(subject);
  if (tokens.length === 0) return NO_TOKEN;
  const events = places(
    tokens.flatMap((contract) => movingFlows(contract).flatMap(({ steps }) => steps.filter(isTransferEvent))),
  );
  if (events.length === 0)
    return absent('No `Transfer` is emitted.', '`Transfer` 이벤트를 남기는 곳이 없습니다.');
  const moves = tokens.flatMap((contract) =>
    movingFlows(contract).filter((flow) =>
      flow.steps.some((step) => isStep(step, 'write') && step.action.item === tokenOf(contract).balances),
    ),
  );
  return {
    seen: [
      seen(
        `\`Transfer\` is emitted in ${counted(events.length, 'place')}; ${counted(moves.length, 'entry point')} move tokens`,
        `\`Transfer\` 이벤트를 ${events.length}곳에서 남기며, 토큰을 움직이는 진입점은 ${moves.length}개입니다`,
        events,
      ),
    ],
  };
};
