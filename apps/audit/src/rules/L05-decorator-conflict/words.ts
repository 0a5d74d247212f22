import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Decorators that do not go together', ko: '함께 쓸 수 없는 데코레이터' },
  advice: {
    en: 'Keep one role a method: `@external` (with `@payable`, or readonly), `@eventlog`, or, in an InterfaceScore, `@interface`.',
    ko: '메서드마다 한 역할만 두세요. `@external`(`@payable` 또는 readonly), `@eventlog`, InterfaceScore 안의 `@interface` 가운데 하나입니다.',
  },
  says: {
    twice: {
      en: ({ method, decorator }) => `\`${method}\` has \`@${decorator}\` twice.`,
      ko: ({ method, decorator }) => `\`${method}\` 메서드에 \`@${decorator}\` 데코레이터가 두 번 있습니다.`,
    },
    both: {
      en: ({ method, first, second }) =>
        `\`${method}\` is both \`@${first}\` and \`@${second}\`: the engine refuses the package.`,
      ko: ({ method, first, second }) =>
        `\`${method}\` 메서드에 \`@${first}\`, \`@${second}\` 데코레이터가 함께 있습니다. 엔진이 패키지를 거부합니다.`,
    },
    payable: {
      en: ({ method }) => `\`${method}\` is \`@payable\` without \`@external\`: nobody can call it with ICX.`,
      ko: ({ method }) =>
        `\`${method}\` 메서드에 \`@external\` 없이 \`@payable\` 데코레이터만 있습니다. 아무도 ICX를 보내며 부를 수 없습니다.`,
    },
    interface: {
      en: ({ method, owner }) =>
        `\`@interface\` on \`${method}\` works in a subclass of InterfaceScore only, and \`${owner}\` is none.`,
      ko: ({ method, owner }) =>
        `\`${method}\` 메서드의 \`@interface\` 데코레이터는 InterfaceScore의 하위 클래스에서만 동작하는데, \`${owner}\` 클래스는 그렇지 않습니다.`,
    },
    query: {
      en: ({ method, change }) =>
        `\`${method}\` is \`@external(readonly=True)\`, and \`${change}\` changes something: every call that gets there fails.`,
      ko: ({ method, change }) =>
        `\`${method}\` 메서드는 \`@external(readonly=True)\`인데 \`${change}\` 코드가 상태를 바꿉니다. 여기에 이르는 호출은 모두 실패합니다.`,
    },
  },
} satisfies RuleWords<{
  twice: { method: string; decorator: string };
  both: { method: string; first: string; second: string };
  payable: { method: string };
  interface: { method: string; owner: string };
  query: { method: string; change: string };
}>;
