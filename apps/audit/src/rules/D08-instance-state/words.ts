import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'State kept on the object, not in the database', ko: '상태를 DB가 아니라 객체에 보관합니다' },
  advice: {
    en: 'Keep it in a VarDB, DictDB or ArrayDB; use a local variable or an argument for what one call needs.',
    ko: 'VarDB, DictDB, ArrayDB에 보관하세요. 한 번의 호출에만 필요한 값은 지역 변수나 인자로 넘기세요.',
  },
  says: {
    assign: {
      en: ({ attribute, method }) =>
        `\`${attribute}\` is set in \`${method}\`: it lives in the memory of one node and is gone when that node makes the object anew.`,
      ko: ({ attribute, method }) =>
        `\`${method}\` 메서드가 \`${attribute}\` 속성에 씁니다. 노드의 메모리에만 있는 값이라 객체가 다시 만들어지면 사라집니다.`,
    },
    mutate: {
      en: ({ attribute, call }) =>
        `\`${call}\` changes \`${attribute}\`, which is plain memory of one node and not storage.`,
      ko: ({ attribute, call }) =>
        `\`${call}\` 코드가 \`${attribute}\` 속성을 바꿉니다. 저장소가 아니라 노드 하나의 메모리입니다.`,
    },
  },
} satisfies RuleWords<{
  assign: { attribute: string; method: string };
  mutate: { attribute: string; call: string };
}>;
