import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Method is meant for callers but lacks @external',
    ko: '밖에서 부를 메서드에 @external이 없습니다',
  },
  advice: {
    en: 'Add @external (readonly=True for a reader), or remove the method if nobody needs it.',
    ko: '@external을 붙이거나(조회라면 readonly=True), 필요 없으면 메서드를 지우세요.',
  },
  says: {
    standard: {
      en: ({ method, standard }) =>
        `${method} belongs to ${standard}, but without @external nobody can call it.`,
      ko: ({ method, standard }) =>
        `\`${method}\` 메서드는 ${standard} 표준에 속하지만 @external이 없어 아무도 부를 수 없습니다.`,
    },
    override: {
      en: ({ method, base }) =>
        `${method} overrides the external method of ${base} without @external and takes it out of the API.`,
      ko: ({ method, base }) =>
        `\`${base}\` 클래스의 external 메서드 \`${method}\` 재정의에 @external이 없어 API에서 빠집니다.`,
    },
    abstract: {
      en: ({ method, base }) => `${method} implements ${base}, but has no @external and no caller.`,
      ko: ({ method, base }) =>
        `\`${base}\` 클래스를 구현한 \`${method}\` 메서드에 @external이 없고 부르는 곳도 없습니다.`,
    },
    unreachable: {
      en: ({ method }) => `${method} has no @external, and nothing in the package calls it.`,
      ko: ({ method }) => `\`${method}\` 메서드에 @external이 없고 패키지 안에서 부르는 곳도 없습니다.`,
    },
  },
} satisfies RuleWords<{
  standard: { method: string; standard: string };
  override: { method: string; base: string };
  abstract: { method: string; base: string };
  unreachable: { method: string };
}>;
