import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Order of a set decides a result', ko: '집합의 순서가 결과를 정합니다' },
  advice: {
    en: 'Walk through `sorted(...)`, or keep a list (or a dict, which remembers its order) in place of the set.',
    ko: '`sorted(...)`로 순서를 정해서 돌거나, 집합 대신 리스트나 순서를 기억하는 딕셔너리를 쓰세요.',
  },
  says: {
    loop: {
      en: ({ set, effect }) =>
        `The loop walks \`${set}\` in an order that differs from node to node, and the order reaches ${effect}.`,
      ko: ({ set, effect }) =>
        `\`${set}\` 집합을 도는 순서는 노드마다 다르고, 그 순서가 ${effect}에 영향을 줍니다.`,
    },
    list: {
      en: ({ code }) => `\`${code}\` turns a set into a sequence: its order differs from node to node.`,
      ko: ({ code }) => `\`${code}\` 코드는 집합을 순서 있는 값으로 바꿉니다. 그 순서는 노드마다 다릅니다.`,
    },
    pick: {
      en: ({ code }) => `\`${code}\` takes "some" element of a set: each node may take another.`,
      ko: ({ code }) => `\`${code}\` 코드는 집합에서 아무 원소나 꺼냅니다. 노드마다 다른 원소일 수 있습니다.`,
    },
    record: {
      en: ({ code }) =>
        `\`${code}\` keeps what an element of a set, or its text, happens to be: each node may have another.`,
      ko: ({ code }) =>
        `\`${code}\` 코드가 집합의 원소나 집합을 적은 글자를 남깁니다. 노드마다 다른 값일 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  loop: { set: string; effect: string };
  list: { code: string };
  pick: { code: string };
  record: { code: string };
}>;
