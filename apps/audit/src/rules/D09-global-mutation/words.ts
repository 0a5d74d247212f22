import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Module or class variable is changed', ko: '모듈이나 클래스 변수를 바꿉니다' },
  advice: {
    en: 'Keep what must last in the database, and build what one call needs as a local value.',
    ko: '남아야 하는 값은 DB에 보관하고, 한 번의 호출에 필요한 값은 지역 변수로 만드세요.',
  },
  says: {
    module: {
      en: ({ name }) =>
        `\`${name}\` belongs to the module: the change stays in the memory of this node until it restarts.`,
      ko: ({ name }) =>
        `\`${name}\` 변수는 모듈의 것입니다. 바뀐 값은 노드가 재시작할 때까지 그 노드의 메모리에만 남습니다.`,
    },
    class: {
      en: ({ name }) =>
        `\`${name}\` belongs to the class: the change stays in the memory of this node until it restarts.`,
      ko: ({ name }) =>
        `\`${name}\` 변수는 클래스의 것입니다. 바뀐 값은 노드가 재시작할 때까지 그 노드의 메모리에만 남습니다.`,
    },
    argument: {
      en: ({ name }) =>
        `The default value of \`${name}\` is made once and shared by all calls; here it is changed.`,
      ko: ({ name }) =>
        `\`${name}\` 인자의 기본값은 한 번 만들어져 모든 호출이 함께 씁니다. 여기서 그 값을 바꿉니다.`,
    },
  },
} satisfies RuleWords<{ module: { name: string }; class: { name: string }; argument: { name: string } }>;
