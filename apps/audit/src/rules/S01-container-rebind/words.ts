import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Container replaced instead of written',
    ko: '컨테이너에 쓰지 않고 컨테이너를 바꿔치기합니다',
  },
  advice: {
    en: 'Write through the container: `.set(value)` for a VarDB, `[key] = value` for a DictDB, `.put(value)` for an ArrayDB.',
    ko: '컨테이너를 통해 쓰세요. VarDB는 `.set(value)`, DictDB는 `[key] = value`, ArrayDB는 `.put(value)`입니다.',
  },
  says: {
    replaced: {
      en: ({ attribute, container, value }) =>
        `${attribute} holds a ${container}; assigning ${value} replaces it in memory and stores nothing.`,
      ko: ({ attribute, container, value }) =>
        `\`${attribute}\` 속성은 ${container} 컨테이너입니다. \`${value}\` 값을 대입하면 메모리에서만 바뀌고 저장되지 않습니다.`,
    },
    added: {
      en: ({ attribute, container }) =>
        `${attribute} holds a ${container}; += does not work on it and stores nothing.`,
      ko: ({ attribute, container }) =>
        `\`${attribute}\` 속성은 ${container} 컨테이너입니다. 여기에 +=를 쓸 수 없고 저장되지도 않습니다.`,
    },
    property: {
      en: ({ attribute, container }) =>
        `${attribute} is a property that gives a ${container}; assigning to it raises an exception.`,
      ko: ({ attribute, container }) =>
        `\`${attribute}\` 프로퍼티는 ${container} 컨테이너를 돌려줍니다. 여기에 대입하면 예외가 발생합니다.`,
    },
  },
} satisfies RuleWords<{
  replaced: { attribute: string; container: string; value: string };
  added: { attribute: string; container: string };
  property: { attribute: string; container: string };
}>;
