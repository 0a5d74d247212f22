import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'The answer of icx.send is not looked at', ko: 'icx.send의 결과를 보지 않습니다' },
  advice: {
    en: 'Use icx.transfer, or test the result and revert or restore the balance.',
    ko: 'icx.transfer를 쓰거나, 결과를 검사해 revert하거나 잔액을 되돌리세요.',
  },
  says: {
    dropped: {
      en: ({ call }) => `The result of ${call} is dropped: a failed payment goes unnoticed.`,
      ko: ({ call }) => `\`${call}\` 호출의 결과를 버립니다. 지급이 실패해도 알 수 없습니다.`,
    },
    unread: {
      en: ({ call, name }) => `${name} keeps the result of ${call}, and nothing reads it.`,
      ko: ({ call, name }) => `\`${name}\` 변수가 \`${call}\` 호출의 결과를 담지만 읽는 곳이 없습니다.`,
    },
    helper: {
      en: ({ call, helper }) => `${helper} returns the result of ${call}, and this call drops it.`,
      ko: ({ call, helper }) =>
        `\`${helper}\` 메서드가 \`${call}\` 호출의 결과를 돌려주는데 여기서 버립니다.`,
    },
    returned: {
      en: ({ call, entry }) =>
        `${entry} returns the result of ${call}: who sent the transaction never sees it, and what was written stays.`,
      ko: ({ call, entry }) =>
        `\`${entry}\` 메서드가 \`${call}\` 호출의 결과를 돌려줍니다. 트랜잭션을 보낸 사람은 그 값을 볼 수 없고, 쓴 내용은 그대로 남습니다.`,
    },
  },
} satisfies RuleWords<{
  dropped: { call: string };
  unread: { call: string; name: string };
  helper: { call: string; helper: string };
  returned: { call: string; entry: string };
}>;
