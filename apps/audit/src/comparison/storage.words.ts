import type { Text } from '../catalogue/finding.ts';
import { nameOf, type StorageChange } from '../domain/versions/storage-changes.ts';
import type { StorageItem } from '../domain/flow/values.ts';

interface Told {
  readonly text: Text;
  readonly effect: Text;
  readonly risky: boolean;
}

/** What a change of the storage is, and what it does to the data that is stored already. */
export function tellStorage(change: StorageChange): Told {
  const name = nameOf(change);
  switch (change.kind) {
    case 'added':
      return { ...added(name, change.item, change.filled), risky: false };
    case 'removed':
      return { ...removed(name, change.older), risky: true };
    case 'key':
      return { ...moved(name, `key "${change.older.key}"`, `key "${change.item.key}"`), risky: true };
    case 'container':
      return { ...moved(name, shapeOf(change.older), shapeOf(change.item)), risky: true };
    case 'type':
      return { ...retyped(name, change.older.valueTypeName, change.item.valueTypeName), risky: true };
    case 'depth':
      return { ...deepened(name, change.older.depth, change.item.depth), risky: true };
  }
}

/** `DictDB "balances" of int, depth 2`. */
function shapeOf({ kind, key, valueTypeName, depth }: StorageItem): string {
  const of = valueTypeName === '' ? '' : ` of ${valueTypeName}`;
  return `${kind} "${key}"${of}${kind === 'DictDB' && depth > 1 ? `, depth ${depth}` : ''}`;
}

const added = (name: string, item: StorageItem, filled: boolean) => ({
  text: {
    en: `${name} is new: ${shapeOf(item)}`,
    ko: `\`${name}\` 항목이 새로 생겼습니다: ${shapeOf(item)}`,
  },
  effect: filled
    ? { en: 'on_update writes it.', ko: 'on_update가 값을 씁니다.' }
    : {
        en: 'It is empty in the running contract: until something is written, it reads as 0, empty or None.',
        ko: '운영 중인 컨트랙트에서는 비어 있습니다. 값을 쓰기 전까지 0이나 빈 값, None으로 읽힙니다.',
      },
});

const removed = (name: string, older: StorageItem) => ({
  text: {
    en: `${name} is gone: ${shapeOf(older)}`,
    ko: `\`${name}\` 항목이 없어졌습니다: ${shapeOf(older)}`,
  },
  effect: {
    en: 'What is stored there stays in the database, and no code reads it any more.',
    ko: '저장된 값은 데이터베이스에 남지만 읽는 코드가 없습니다.',
  },
});

const moved = (name: string, was: string, is: string) => ({
  text: {
    en: `${name} was ${was} and is ${is}`,
    ko: `\`${name}\` 항목이 바뀌었습니다: ${was} → ${is}`,
  },
  effect: {
    en: 'It looks in another place: what was stored is not found, and the new place is empty.',
    ko: '찾는 자리가 달라졌습니다. 저장된 값은 찾을 수 없고 새 자리는 비어 있습니다.',
  },
});

const retyped = (name: string, was: string, is: string) => ({
  text: {
    en: `${name} held ${was} and holds ${is}`,
    ko: `\`${name}\` 항목의 값 타입이 바뀌었습니다: ${was} → ${is}`,
  },
  effect: {
    en: `What is stored was written as ${was}: read as ${is} it is another value, or reading it fails.`,
    ko: '저장된 값은 이전 타입으로 쓰였습니다. 새 타입으로 읽으면 다른 값이 되거나 읽기가 실패합니다.',
  },
});

const deepened = (name: string, was: number, is: number) => ({
  text: {
    en: `${name} had ${levels(was)} of keys and has ${is}`,
    ko: `\`${name}\` 항목의 키가 ${was}단계에서 ${is}단계로 바뀌었습니다`,
  },
  effect: {
    en: 'Entries lie under keys of the old depth: none of them is found.',
    ko: '저장된 값은 이전 단계의 키 아래에 있어 찾을 수 없습니다.',
  },
});

const levels = (count: number) => `${count} level${count === 1 ? '' : 's'}`;
