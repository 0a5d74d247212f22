import { callerKinds, callersAt, keyOfCaller, type Caller } from '../../domain/access/callers.ts';
import { privileges } from '../../domain/access/privileged.ts';
import { isStep, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import type { StorageItem } from '../../domain/flow/values.ts';
import { distinct } from '../effects.ts';
import type { Material } from '../material.ts';
import { byEntry, nameWithin } from '../methods.ts';
import type { Column, Piece, Row, Section } from '../picture.ts';
import { defineTable } from '../printer.ts';
import { callerWords, isWide, text } from '../words.ts';

/** One change that somebody can bring about. */
interface Change {
  readonly caller: Caller;
  readonly flow: Flow;
  readonly step: Step;
}

/** ICX that leaves stands beside the places in storage. */
type Subject = StorageItem | 'icx';

interface Matrix {
  readonly material: Material;
  readonly contract: ContractModel;
  readonly changes: ReadonlyMap<Subject, readonly Change[]>;
}

/** Who can change what: places in storage against kinds of callers. */
export const access = defineTable(
  {
    name: 'access',
    title: text('Who can change what', '누가 무엇을 바꿀 수 있나'),
    about: text(
      'Places in storage, and through which methods each kind of callers changes them. “!” marks what is meant for few and open to many.',
      '저장소마다, 어떤 호출자가 어떤 메서드로 바꿀 수 있는지 보여 줍니다. “!”는 소수를 위한 것인데 많은 이에게 열린 곳입니다.',
    ),
  },
  (materials) => {
    const matrices = materials.flatMap((material) =>
      material.contracts.map((contract) => ({ material, contract, changes: changesOf(contract) })),
    );
    const callers = callersIn(matrices);
    return {
      columns: [subject, ...callers.map(columnOf)],
      sections: matrices.map((matrix) => sectionOf(matrix, callers)),
      notes: materials.flatMap((material) => material.flowNotes),
    };
  },
);

const subject: Column = { key: 'storage', title: text('storage', '저장소') };

const columnOf = (caller: Caller): Column => ({
  key: keyOfCaller(caller),
  title: callerWords(caller),
  flowing: true,
  ties: 'from',
  tied: 'change',
});

function changesOf(contract: ContractModel): ReadonlyMap<Subject, readonly Change[]> {
  const changes = new Map<Subject, Change[]>(contract.items.map((item) => [item, []]));
  for (const flow of contract.flows.toSorted(byEntry)) {
    if (flow.entry.kind === 'unreached' || flow.entry.kind === 'constructor') continue;
    for (const step of flow.steps) {
      const changed = isStep(step, 'write') ? step.action.item : isStep(step, 'transfer') ? 'icx' : undefined;
      if (changed === undefined) continue;
      const known = changes.get(changed) ?? [];
      changes.set(changed, known);
      for (const caller of callersAt(contract, flow, step)) known.push({ caller, flow, step });
    }
  }
  return changes;
}

/** The kinds that occur, the widest first. */
function callersIn(matrices: readonly Matrix[]): Caller[] {
  const callers = new Map<string, Caller>();
  for (const { changes } of matrices)
    for (const { caller } of [...changes.values()].flat()) callers.set(keyOfCaller(caller), caller);
  return [...callers.values()].toSorted(
    (left, right) =>
      callerKinds.indexOf(left.kind) - callerKinds.indexOf(right.kind) ||
      compare(keyOfCaller(left), keyOfCaller(right)),
  );
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

function sectionOf({ material, contract, changes }: Matrix, callers: readonly Caller[]): Section {
  const privileged = privileges(contract);
  return {
    title: material.titleOf(contract.cls),
    rows: [...changes].map(([changed, those]): Row => {
      const isPrivileged = changed !== 'icx' && privileged.has(changed);
      return {
        at: changed === 'icx' ? undefined : material.place(changed),
        kind: changed === 'icx' ? 'icx' : 'storage',
        cells: [
          [changed === 'icx' ? { text: text('ICX paid out', '나가는 ICX') } : itemPiece(material, changed)],
          ...callers.map((caller) => methodsOf(material, those, caller, isPrivileged)),
        ],
      };
    }),
  };
}

const itemPiece = (material: Material, item: StorageItem): Piece => ({
  text: item.name,
  at: material.place(item),
});

function methodsOf(
  material: Material,
  changes: readonly Change[],
  caller: Caller,
  isPrivileged: boolean,
): Piece[] {
  const key = keyOfCaller(caller);
  const tone = isWide(caller) ? (isPrivileged ? 'bad' : 'warn') : 'plain';
  return distinct(
    changes
      .filter((change) => keyOfCaller(change.caller) === key)
      .map(({ flow, step }) => ({ text: nameWithin(flow.entry.fn), tone, at: material.place(step) })),
  );
}
