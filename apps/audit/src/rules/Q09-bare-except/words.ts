import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A catch-all hides every error', ko: '모든 오류를 삼키는 except가 있습니다' },
  advice: {
    en: 'Name the exception that is expected, or revert with a constant message in the handler.',
    ko: '예상하는 예외의 이름을 적거나, except 안에서 고정된 메시지로 revert하세요.',
  },
  says: {
    bare: {
      en: () => '`except:` takes every failure, also a `revert` of this contract, and goes on.',
      ko: () => '`except:`가 이 컨트랙트의 `revert`를 포함한 모든 오류를 잡고 계속 진행합니다.',
    },
    base: {
      en: ({ type }) =>
        `\`except ${type}\` takes every failure, also a \`revert\` of this contract, and goes on.`,
      ko: ({ type }) =>
        `\`except ${type}\` 문이 이 컨트랙트의 \`revert\`를 포함한 모든 오류를 잡고 계속 진행합니다.`,
    },
  },
} satisfies RuleWords<{ bare: Record<string, never>; base: { type: string } }>;
