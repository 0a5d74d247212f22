import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'DictDB used like a Python dictionary', ko: 'DictDB를 파이썬 딕셔너리처럼 씁니다' },
  advice: {
    en: 'Keep the keys in an ArrayDB beside it and walk through those; ask `in` with the last key only; return single values.',
    ko: '키를 ArrayDB에 따로 두고 그것을 훑으세요. `in`은 마지막 키에만 쓰고, 값은 하나씩 돌려주세요.',
  },
  says: {
    iteration: {
      en: ({ expression, item }) =>
        `${expression} walks through ${item}; a DictDB does not know its keys, and this raises.`,
      ko: ({ expression, item }) =>
        `\`${expression}\` 식이 \`${item}\` 항목을 훑습니다. DictDB는 키 목록을 모르므로 예외가 납니다.`,
    },
    length: {
      en: ({ item }) => `${item} is a DictDB and has no length.`,
      ko: ({ item }) => `\`${item}\` 항목은 DictDB라서 길이가 없습니다.`,
    },
    membership: {
      en: ({ expression, item, depth }) =>
        `${expression} is always false: ${item} has depth ${depth}, and only the last key can be asked for.`,
      ko: ({ expression, item, depth }) =>
        `\`${expression}\` 식은 항상 거짓입니다. \`${item}\` 항목의 깊이는 ${depth}이고, \`in\`은 마지막 키에서만 동작합니다.`,
    },
    returned: {
      en: ({ expression, entry }) => `${entry} returns ${expression}, a handle to storage and no dictionary.`,
      ko: ({ expression, entry }) =>
        `\`${entry}\` 메서드가 돌려주는 \`${expression}\` 값은 딕셔너리가 아니라 저장소 핸들입니다.`,
    },
    compared: {
      en: ({ expression, item }) =>
        `${expression} compares the container ${item} itself with a value: it is never equal to one.`,
      ko: ({ expression, item }) =>
        `\`${expression}\` 식이 \`${item}\` 컨테이너 자체를 값과 비교합니다. 컨테이너는 어떤 값과도 같지 않습니다.`,
    },
    computed: {
      en: ({ expression, item }) =>
        `${expression} computes with the container ${item} itself, which is no number: this raises.`,
      ko: ({ expression, item }) =>
        `\`${expression}\` 식이 \`${item}\` 컨테이너 자체로 계산합니다. 컨테이너는 숫자가 아니므로 예외가 납니다.`,
    },
    method: {
      en: ({ method, item }) => `${item} is a DictDB and has no method ${method}: this raises.`,
      ko: ({ method, item }) =>
        `\`${item}\` 항목은 DictDB이고 \`${method}\` 메서드가 없습니다. 여기서 예외가 납니다.`,
    },
  },
} satisfies RuleWords<{
  iteration: { expression: string; item: string };
  length: { item: string };
  membership: { expression: string; item: string; depth: number };
  returned: { expression: string; entry: string };
  compared: { expression: string; item: string };
  computed: { expression: string; item: string };
  method: { method: string; item: string };
}>;
