import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'State written after an external call', ko: '외부 호출 뒤에 상태를 씁니다' },
  advice: {
    en: 'Remember the amount, write the state, emit the event, and call last.',
    ko: '금액을 변수에 담고, 상태를 쓰고, 이벤트를 남긴 다음 마지막에 호출하세요.',
  },
  says: {
    late: {
      en: ({ item, call }) =>
        `${item} is read before ${call} and written after it: the callee can come back in between.`,
      ko: ({ item, call }) =>
        `\`${item}\` 항목을 \`${call}\` 호출 전에 읽고 호출 뒤에 씁니다. 호출받은 쪽이 그 사이에 다시 들어올 수 있습니다.`,
    },
    ownerSet: {
      en: ({ item, call }) =>
        `${item} is read before ${call} and written after it; safe only as long as the configured callee is.`,
      ko: ({ item, call }) =>
        `\`${item}\` 항목을 \`${call}\` 호출 전에 읽고 호출 뒤에 씁니다. 설정된 호출 대상이 안전한 동안에만 안전합니다.`,
    },
    loop: {
      en: ({ item, call }) =>
        `${call} runs in a loop, and ${item} moves on only after it: the callee can start the loop again.`,
      ko: ({ item, call }) =>
        `반복문 안의 \`${call}\` 호출이 모두 끝난 뒤에야 \`${item}\` 항목이 넘어갑니다. 호출받은 쪽이 처음부터 다시 돌릴 수 있습니다.`,
    },
    rate: {
      en: ({ item, call, entry }) =>
        `${item} is written only after ${call}: the callee can come back to ${entry}, which pays by ${item} as it was.`,
      ko: ({ item, call, entry }) =>
        `\`${item}\` 항목을 \`${call}\` 호출 뒤에야 씁니다. 호출받은 쪽이 \`${entry}\` 메서드로 다시 들어오면 바뀌기 전의 \`${item}\` 값으로 지급합니다.`,
    },
    overwritten: {
      en: ({ item, call, entry }) =>
        `${item} is read before ${call} and written back after it: the lock does not keep the callee out of ${entry}, and what that writes to ${item} is lost.`,
      ko: ({ item, call, entry }) =>
        `\`${item}\` 항목을 \`${call}\` 호출 전에 읽어 두었다가 호출 뒤에 다시 씁니다. 잠금이 \`${entry}\` 메서드까지 막지는 않으므로, 그 사이에 거기서 쓴 \`${item}\` 값이 사라집니다.`,
    },
  },
} satisfies RuleWords<{
  late: { item: string; call: string };
  ownerSet: { item: string; call: string };
  loop: { item: string; call: string };
  rate: { item: string; call: string; entry: string };
  overwritten: { item: string; call: string; entry: string };
}>;
