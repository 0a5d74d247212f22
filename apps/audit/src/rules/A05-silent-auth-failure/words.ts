import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A refused caller is told of success', ko: '권한 없는 호출이 성공으로 끝납니다' },
  advice: {
    en: 'Turn the condition round and revert, then do the work without indentation.',
    ko: '조건을 뒤집어 revert하고, 본문은 그 아래에 들여쓰기 없이 쓰세요.',
  },
  says: {
    body: {
      en: ({ entry, condition }) => `${entry} does nothing unless ${condition}, and still succeeds.`,
      ko: ({ entry, condition }) =>
        `\`${entry}\` 메서드는 \`${condition}\` 조건이 아니면 아무 일도 하지 않고 성공으로 끝납니다.`,
    },
    earlyReturn: {
      en: ({ entry, condition }) => `${entry} returns without an error when ${condition}.`,
      ko: ({ entry, condition }) => `\`${entry}\` 메서드는 \`${condition}\` 조건이면 오류 없이 돌아갑니다.`,
    },
    decorator: {
      en: ({ decorator }) =>
        `The decorator ${decorator} skips the method for a wrong caller, and the call still succeeds.`,
      ko: ({ decorator }) =>
        `\`${decorator}\` 데코레이터는 권한 없는 호출자에게 메서드를 건너뛰지만 호출은 성공으로 끝납니다.`,
    },
  },
} satisfies RuleWords<{
  body: { entry: string; condition: string };
  earlyReturn: { entry: string; condition: string };
  decorator: { decorator: string };
}>;
