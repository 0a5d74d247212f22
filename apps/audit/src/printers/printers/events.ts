import { stepsOf, type ContractModel, type StepOf } from '../../domain/flow/flow.ts';
import { openParameters } from '../../domain/model/signature.ts';
import { allMethods, type FunctionModel } from '../../domain/model/program.ts';
import { distinct } from '../effects.ts';
import type { Material } from '../material.ts';
import { byEntry, byPlace, nameWithin, qualifiedName, signatureOf } from '../methods.ts';
import type { Column, Piece, Row } from '../picture.ts';
import { defineTable } from '../printer.ts';
import { text } from '../words.ts';

const columns: readonly Column[] = [
  { key: 'event', title: text('event', '이벤트') },
  { key: 'indexed', title: text('indexed', '색인'), flowing: true },
  { key: 'emitted', title: text('emitted in', '내는 곳'), flowing: true, ties: 'from', tied: 'inner' },
  { key: 'entries', title: text('by way of', '진입점'), flowing: true, ties: 'from', tied: 'change' },
  { key: 'notes', title: text('notes', '비고') },
];

/** The events of a contract, and where they are emitted. */
export const events = defineTable(
  {
    name: 'events',
    title: text('Events', '이벤트'),
    about: text(
      'Declared events, what of them is indexed, where they are emitted, and those that never are.',
      '선언된 이벤트와 색인되는 인자, 내는 곳, 한 번도 내지 않는 이벤트입니다.',
    ),
  },
  (materials) => ({
    columns,
    sections: materials.flatMap((material) =>
      material.contracts.map((contract) => ({
        title: material.titleOf(contract.cls),
        rows: [...allMethods(contract.cls).values()]
          .filter(({ event }) => event !== undefined)
          .toSorted(byPlace)
          .map((fn) => rowOf(material, contract, fn)),
      })),
    ),
    notes: materials.flatMap((material) => material.flowNotes),
  }),
);

function rowOf(material: Material, contract: ContractModel, fn: FunctionModel): Row {
  const at = material.placeOf(fn);
  const flows = contract.flows.toSorted(byEntry);
  const emissions = flows.flatMap((flow) => emissionsOf(flow, fn));
  const entries = flows.filter((flow) => emissionsOf(flow, fn).length > 0);
  const indexed = openParameters(fn).slice(0, fn.event?.indexed ?? 0);
  return {
    at,
    kind: 'event',
    cells: [
      [{ text: signatureOf(fn), at }],
      indexed.map(({ name }) => ({ text: name })),
      distinct(emissions.map((step) => ({ text: qualifiedName(step.frame.fn), at: material.place(step) }))),
      distinct(entries.map(({ entry }) => ({ text: nameWithin(entry.fn) }))),
      emissions.length > 0 ? [] : [NEVER],
    ],
  };
}

const NEVER: Piece = { text: text('never emitted', '내지 않음'), tone: 'warn' };

const emissionsOf = (flow: ContractModel['flows'][number], fn: FunctionModel): StepOf<'event'>[] =>
  stepsOf(flow, 'event').filter(({ action }) => action.fn === fn);
