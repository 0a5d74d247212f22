import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'self.tx is None in lifecycle methods and queries',
    ko: '라이프사이클 메서드와 조회에서 self.tx는 None입니다',
  },
  advice: {
    en: 'Use self.msg or self.now(), or test self.tx for None first.',
    ko: 'self.msg나 self.now()를 쓰거나 먼저 self.tx가 None인지 확인하세요.',
  },
  says: {
    lifecycle: {
      en: ({ member, entry }) => `${member} is read in ${entry}, where self.tx is None.`,
      ko: ({ member, entry }) =>
        `\`${entry}\` 메서드에서 \`${member}\` 값을 읽지만 이때 self.tx는 None입니다.`,
    },
    query: {
      en: ({ member, entry }) =>
        `${member} is read in the readonly method ${entry}; in a query self.tx is None.`,
      ko: ({ member, entry }) =>
        `readonly 메서드 \`${entry}\` 안에서 \`${member}\` 값을 읽지만 조회할 때 self.tx는 None입니다.`,
    },
    reached: {
      en: ({ member, entry, helper }) =>
        `${entry} reaches ${helper}, which reads ${member}: self.tx is None then.`,
      ko: ({ member, entry, helper }) =>
        `\`${entry}\` 메서드가 부르는 \`${helper}\` 함수에서 \`${member}\` 값을 읽지만 이때 self.tx는 None입니다.`,
    },
  },
} satisfies RuleWords<{
  lifecycle: { member: string; entry: string };
  query: { member: string; entry: string };
  reached: { member: string; entry: string; helper: string };
}>;
