import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Search through an ArrayDB', ko: 'ArrayDB를 처음부터 뒤집니다' },
  advice: {
    en: 'Keep a DictDB beside the array (member to place or to True) and ask that.',
    ko: '배열 옆에 DictDB(멤버에서 위치나 True로)를 두고 그것으로 확인하세요.',
  },
  says: {
    open: {
      en: ({ expression, array, writer }) =>
        `${expression} reads the whole of ${array} from storage, and anybody can make it longer through ${writer}.`,
      ko: ({ expression, array, writer }) =>
        `\`${expression}\` 식은 \`${array}\` 배열을 저장소에서 차례로 모두 읽으며, 누구나 \`${writer}\` 메서드로 이 배열을 늘릴 수 있습니다.`,
    },
    closed: {
      en: ({ expression, array }) =>
        `${expression} reads ${array} from storage entry by entry: each one costs steps.`,
      ko: ({ expression, array }) =>
        `\`${expression}\` 식은 \`${array}\` 배열을 저장소에서 하나씩 읽으므로 항목마다 스텝이 듭니다.`,
    },
  },
} satisfies RuleWords<{
  open: { expression: string; array: string; writer: string };
  closed: { expression: string; array: string };
}>;
