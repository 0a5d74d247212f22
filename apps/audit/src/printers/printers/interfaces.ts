import { trustOf, type Trust } from '../../domain/access/callee.ts';
import { stepsOf, type ContractModel, type StepOf } from '../../domain/flow/flow.ts';
import { findMethod, type ClassModel, type FunctionModel } from '../../domain/model/program.ts';
import { distinct } from '../effects.ts';
import type { Material } from '../material.ts';
import { byEntry, qualifiedName, signatureOf } from '../methods.ts';
import { originWords } from '../origins.ts';
import type { Column, Piece, Row } from '../picture.ts';
import { defineTable } from '../printer.ts';
import { text } from '../words.ts';

const columns: readonly Column[] = [
  { key: 'method', title: text('method', '메서드') },
  { key: 'interface', title: text('interface', '인터페이스') },
  { key: 'address', title: text('address', '주소의 출처') },
  { key: 'trust', title: text('set by', '정하는 이'), flowing: true },
  { key: 'callers', title: text('called in', '부르는 곳'), flowing: true, ties: 'from', tied: 'inner' },
  { key: 'notes', title: text('notes', '비고') },
];

/** Other contracts that a contract knows, and where it calls them. */
export const interfaces = defineTable(
  {
    name: 'interfaces',
    title: text('Other contracts', '다른 컨트랙트'),
    about: text(
      'Methods of other contracts that are declared or called, where their addresses come from, and where they are called.',
      '선언하거나 부르는 다른 컨트랙트의 메서드와, 그 주소가 어디서 오는지, 어디서 부르는지입니다.',
    ),
  },
  (materials) => ({
    columns,
    sections: materials.flatMap((material) =>
      material.contracts.map((contract) => ({
        title: material.titleOf(contract.cls),
        rows: rowsOf(material, contract),
      })),
    ),
    notes: materials.flatMap((material) => material.flowNotes),
  }),
);

/** A method of another contract; without a class where it is called by an address alone. */
interface Known {
  readonly cls: ClassModel | undefined;
  readonly name: string;
  readonly declared: FunctionModel | undefined;
  readonly calls: StepOf<'external'>[];
}

function rowsOf(material: Material, contract: ContractModel): Row[] {
  const known = new Map<string, Known>();
  for (const cls of material.program.classes.filter(({ role }) => role === 'interface'))
    for (const fn of cls.methods.values()) add(known, cls, fn.name);
  for (const flow of contract.flows.toSorted(byEntry))
    for (const step of stepsOf(flow, 'external')) add(known, step.action.cls, step.action.method).push(step);
  return [...known.values()].map((each) => rowOf(material, each));
}

function add(known: Map<string, Known>, cls: ClassModel | undefined, name: string): StepOf<'external'>[] {
  const key = `${cls === undefined ? '' : `${cls.module.path}:${cls.node.start}`} ${name}`;
  const before = known.get(key);
  if (before !== undefined) return before.calls;
  const declared = cls === undefined ? undefined : findMethod(cls, name);
  const made: Known = { cls, name, declared, calls: [] };
  known.set(key, made);
  return made.calls;
}

function rowOf(material: Material, { cls, name, declared, calls }: Known): Row {
  const [first] = calls;
  const at = declared !== undefined ? material.placeOf(declared) : first && material.place(first);
  return {
    at,
    kind: 'outside',
    cells: [
      [{ text: declared === undefined ? name : signatureOf(declared), at }],
      cls === undefined ? [] : [{ text: cls.name }],
      distinct(
        calls.map((step) => ({
          text: originWords(material, step.action.address, step.module),
          at: material.place(step),
        })),
      ),
      distinct(calls.map((step) => trustPiece(trustOf(step)))),
      distinct(calls.map((step) => ({ text: qualifiedName(step.frame.fn), at: material.place(step) }))),
      notesOf(cls, declared, calls),
    ],
  };
}

const TRUST: Readonly<Record<Trust, Piece>> = {
  system: { text: text('system', '시스템'), tone: 'good' },
  fixed: { text: text('fixed', '고정'), tone: 'good' },
  stored: { text: text('storage', '저장소') },
  caller: { text: text('caller', '호출자'), tone: 'warn' },
  'named by caller': { text: text('caller’s argument', '호출자의 인자'), tone: 'bad' },
  unknown: { text: text('unknown', '알 수 없음'), tone: 'warn' },
};

const trustPiece = (trust: Trust): Piece => TRUST[trust];

function notesOf(
  cls: ClassModel | undefined,
  declared: FunctionModel | undefined,
  calls: readonly StepOf<'external'>[],
): Piece[] {
  const notes: Piece[] = [];
  if (calls.length === 0) notes.push({ text: text('never called', '부르지 않음'), tone: 'muted' });
  if (cls !== undefined && declared === undefined)
    notes.push({ text: text('not declared', '선언되지 않음'), tone: 'bad' });
  if (declared?.declared === false)
    notes.push({ text: text('without @interface', '@interface 없음'), tone: 'warn' });
  if (calls.some(({ action }) => action.sent !== undefined))
    notes.push({ text: text('ICX is sent along', 'ICX를 함께 보냄'), tone: 'warn' });
  return notes;
}
