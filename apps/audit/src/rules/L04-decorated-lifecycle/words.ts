import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Lifecycle method has a decorator', ko: '생명주기 메서드에 데코레이터가 있습니다' },
  advice: {
    en: 'Remove the decorator: the engine alone calls this method, and the deployer is the owner.',
    ko: '데코레이터를 지우세요. 이 메서드는 엔진만 부르며, 배포자가 곧 소유자입니다.',
  },
  says: {
    exposed: {
      en: ({ method, decorator }) =>
        `\`@${decorator}\` puts \`${method}\` into the public API: anyone could run it again.`,
      ko: ({ method, decorator }) =>
        `\`@${decorator}\` 데코레이터가 \`${method}\` 메서드를 공개 API에 넣습니다. 누구든 다시 실행할 수 있습니다.`,
    },
    decorated: {
      en: ({ method, decorator }) =>
        `\`${method}\` is decorated with \`@${decorator}\`, which the engine refuses.`,
      ko: ({ method, decorator }) =>
        `\`${method}\` 메서드에 \`@${decorator}\` 데코레이터가 있습니다. 엔진이 거부합니다.`,
    },
  },
} satisfies RuleWords<{
  exposed: { method: string; decorator: string };
  decorated: { method: string; decorator: string };
}>;
