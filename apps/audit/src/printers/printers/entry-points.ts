import { guardsAlong } from '../../domain/access/callers.ts';
import type { ContractModel, Flow } from '../../domain/flow/flow.ts';
import { emittedBy, guardPiece, outgoingOf, writtenBy } from '../effects.ts';
import type { Material } from '../material.ts';
import { byEntry, flagsOf, kindOfEntry, signatureOf } from '../methods.ts';
import type { Column, Piece, Row } from '../picture.ts';
import { defineTable } from '../printer.ts';
import { text } from '../words.ts';

const columns: readonly Column[] = [
  { key: 'method', title: text('method', '메서드') },
  { key: 'flags', title: text('flags', '표시'), flowing: true },
  { key: 'guards', title: text('who may call', '누가 부를 수 있나') },
  { key: 'writes', title: text('writes', '쓰는 저장소'), flowing: true, ties: 'to', tied: 'storage' },
  { key: 'events', title: text('events', '이벤트'), flowing: true, ties: 'to', tied: 'event' },
  { key: 'out', title: text('calls out', '밖으로'), ties: 'to', tied: 'outside' },
];

/** Methods that others call, with what they ask and what they do. */
export const entryPoints = defineTable(
  {
    name: 'entry-points',
    title: text('Entry points', '진입점'),
    about: text(
      'Methods that others can call: what they ask of the caller, write, emit, and whom they call.',
      '밖에서 부를 수 있는 메서드와, 호출자에게 묻는 것, 쓰는 저장소, 이벤트, 밖으로 나가는 호출입니다.',
    ),
  },
  (materials) => ({
    columns,
    sections: materials.flatMap((material) =>
      material.contracts.map((contract) => ({
        title: material.titleOf(contract.cls),
        rows: contract.flows
          .filter(({ entry: { kind } }) => kind !== 'constructor' && kind !== 'unreached')
          .toSorted(byEntry)
          .map((flow) => rowOf(material, contract, flow)),
      })),
    ),
    notes: materials.flatMap((material) => material.flowNotes),
  }),
);

function rowOf(material: Material, contract: ContractModel, flow: Flow): Row {
  const at = material.placeOf(flow.entry.fn);
  return {
    at,
    kind: kindOfEntry(flow.entry),
    cells: [
      [{ text: signatureOf(flow.entry.fn), at }],
      flagsOf(flow.entry),
      guardsOf(material, contract, flow),
      writtenBy(material, flow),
      emittedBy(material, flow),
      outgoingOf(material, flow),
    ],
  };
}

function guardsOf(material: Material, contract: ContractModel, flow: Flow): Piece[] {
  const guards = guardsAlong(contract, flow).map((guard) => guardPiece(material, guard));
  if (guards.length > 0) return guards;
  switch (flow.entry.kind) {
    case 'install':
    case 'update':
      return [{ text: text('deployer', '배포자') }];
    case 'readonly':
      return [];
    default:
      return [{ text: text('anyone', '누구나'), tone: 'warn' }];
  }
}
