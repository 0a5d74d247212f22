import { nameParts } from '../../domain/flow/depth.ts';
import type { ContractModel, EntryPoint, Flow } from '../../domain/flow/flow.ts';
import type { StorageItem } from '../../domain/flow/values.ts';
import { sharedKeys } from '../../domain/storage/holders.ts';
import { readersOf, writersOf } from '../../domain/storage/lifetime.ts';
import type { Material } from '../material.ts';
import { byEntry, nameWithin } from '../methods.ts';
import type { Column, Piece, Row } from '../picture.ts';
import { defineTable } from '../printer.ts';
import { text } from '../words.ts';

const columns: readonly Column[] = [
  { key: 'name', title: text('name', '이름') },
  { key: 'kind', title: text('kind', '종류') },
  { key: 'key', title: text('key', '키') },
  { key: 'type', title: text('type', '타입') },
  { key: 'depth', title: text('depth', '깊이') },
  { key: 'writers', title: text('written by', '쓰는 메서드'), flowing: true, ties: 'from', tied: 'change' },
  { key: 'readers', title: text('read by', '읽는 메서드'), flowing: true, ties: 'to', tied: 'change' },
  { key: 'notes', title: text('notes', '비고') },
];

/** What a contract keeps, under which key, and who reads and writes it. */
export const storage = defineTable(
  {
    name: 'storage',
    title: text('Storage', '저장소'),
    about: text(
      'What the contract keeps: container, key, type, levels of keys, and who reads and writes it.',
      '컨트랙트가 저장하는 것의 컨테이너, 키, 타입, 키의 깊이와, 읽고 쓰는 메서드입니다.',
    ),
  },
  (materials) => ({
    columns,
    sections: materials.flatMap((material) =>
      material.contracts.map((contract) => ({
        title: material.titleOf(contract.cls),
        rows: contract.items.map((item) => rowOf(material, contract, item)),
      })),
    ),
    notes: materials.flatMap((material) => material.flowNotes),
  }),
);

const USERS: readonly EntryPoint['kind'][] = [
  'install',
  'update',
  'fallback',
  'external',
  'readonly',
  'unreached',
];

function rowOf(material: Material, contract: ContractModel, item: StorageItem): Row {
  const at = material.place(item);
  const writers = writersOf(contract, item, ...USERS);
  const readers = readersOf(contract, item, ...USERS);
  return {
    at,
    kind: 'storage',
    cells: [
      [{ text: item.name, at }],
      [{ text: item.kind }],
      [{ text: shownKey(item) }],
      item.valueTypeName === '' ? [] : [{ text: item.valueTypeName }],
      [{ text: String(item.depth) }],
      names(material, writers),
      names(material, readers),
      notesOf(contract, item, writers, readers),
    ],
  };
}

/** A name that is computed altogether is none; behind it stands where it is computed. */
const shownKey = ({ key }: StorageItem): string => key.replace(/^((?:\{\})+)@.*$/s, '$1');

const names = (material: Material, flows: readonly Flow[]): Piece[] =>
  flows.toSorted(byEntry).map(({ entry: { fn } }) => ({ text: nameWithin(fn), at: material.placeOf(fn) }));

function notesOf(
  contract: ContractModel,
  item: StorageItem,
  writers: readonly Flow[],
  readers: readonly Flow[],
): Piece[] {
  const notes: Piece[] = [];
  const sharers = sharedKeys(contract).get(item);
  if (sharers !== undefined) {
    const all = sharers.join(', ');
    notes.push({ tone: 'bad', text: text(`one key for ${all}`, `같은 키를 쓰는 것: ${all}`) });
  }
  if (nameParts(item) > 0) notes.push({ tone: 'muted', text: text('computed key', '계산되는 키') });
  if (writers.length === 0) notes.push({ tone: 'warn', text: text('never written', '쓰이지 않음') });
  if (readers.length === 0) notes.push({ tone: 'warn', text: text('never read', '읽히지 않음') });
  return notes;
}
