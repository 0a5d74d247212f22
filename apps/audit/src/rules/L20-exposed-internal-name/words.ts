import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Internal method is external', ko: '내부용 메서드가 external입니다' },
  advice: {
    en: 'Remove @external, or give the method a name without an underscore and check its arguments and its caller.',
    ko: '@external을 지우세요. 밖에서 쓸 메서드라면 밑줄 없는 이름을 주고 인자와 호출자를 검사하세요.',
  },
  says: {
    underscore: {
      en: ({ method }) => `${method} is named like an internal method, but everybody can call it.`,
      ko: ({ method }) => `\`${method}\` 메서드는 내부용 이름이지만 누구나 호출할 수 있습니다.`,
    },
    skipped: {
      en: ({ method }) =>
        `${method} begins with two underscores: the engine leaves it out of the API in spite of @external.`,
      ko: ({ method }) =>
        `\`${method}\` 메서드는 밑줄 두 개로 시작합니다. @external이 있어도 엔진이 API에 넣지 않습니다.`,
    },
    hook: {
      en: ({ method, base }) => `${method} is an internal step of ${base}, but here everybody can call it.`,
      ko: ({ method, base }) =>
        `\`${method}\` 메서드는 \`${base}\` 클래스의 내부 단계인데 여기서는 누구나 호출할 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  underscore: { method: string };
  skipped: { method: string };
  hook: { method: string; base: string };
}>;
