import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'fallback does not have the required shape', ko: 'fallback의 형태가 맞지 않습니다' },
  advice: {
    en: 'Write `@payable def fallback(self) -> None:` and nothing around it.',
    ko: '`@payable def fallback(self) -> None:` 형태로만 쓰세요.',
  },
  says: {
    external: {
      en: () => '`fallback` is `@external`: the engine refuses the package.',
      ko: () => '`fallback` 메서드에 `@external` 데코레이터가 있습니다. 엔진이 패키지를 거부합니다.',
    },
    payable: {
      en: () =>
        '`fallback` has work to do but is not `@payable`: plain ICX is refused and the body never runs.',
      ko: () =>
        '`fallback` 메서드에 할 일이 있는데 `@payable` 데코레이터가 없습니다. 일반 ICX 송금이 거부되고 본문은 실행되지 않습니다.',
    },
    empty: {
      en: () => '`fallback` is not `@payable`: plain ICX is refused.',
      ko: () => '`fallback` 메서드에 `@payable` 데코레이터가 없습니다. 일반 ICX 송금이 거부됩니다.',
    },
    parameters: {
      en: ({ parameter }) =>
        `\`fallback\` takes \`${parameter}\`, but the engine passes nothing: each plain transfer fails.`,
      ko: ({ parameter }) =>
        `\`fallback\` 메서드에 \`${parameter}\` 매개변수가 있지만 엔진은 아무것도 넘기지 않습니다. 일반 송금이 모두 실패합니다.`,
    },
    returns: {
      en: () => '`fallback` returns a value that nobody receives.',
      ko: () => '`fallback` 메서드가 아무도 받지 않는 값을 반환합니다.',
    },
  },
} satisfies RuleWords<{
  external: Record<string, never>;
  payable: Record<string, never>;
  empty: Record<string, never>;
  parameters: { parameter: string };
  returns: Record<string, never>;
}>;
