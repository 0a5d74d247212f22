import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'ICX can come in and never go out', ko: 'ICX가 들어오기만 하고 나가지 못합니다' },
  advice: {
    en: 'Add a guarded withdrawal, or remove @payable where no ICX is wanted.',
    ko: '권한 검사가 있는 출금 메서드를 두거나, ICX가 필요 없는 곳의 @payable을 지우세요.',
  },
  says: {
    locked: {
      en: ({ contract, entry }) => `${contract} takes ICX in ${entry}, and no method sends any out.`,
      ko: ({ contract, entry }) =>
        `\`${contract}\` 컨트랙트는 \`${entry}\` 메서드로 ICX를 받지만 내보내는 메서드가 없습니다.`,
    },
    kept: {
      en: ({ contract, entry }) =>
        `${contract} keeps the ICX that ${entry} takes: other methods send out no more than what comes with their own call.`,
      ko: ({ contract, entry }) =>
        `\`${contract}\` 컨트랙트는 \`${entry}\` 메서드로 받은 ICX를 내보내지 못합니다. 다른 메서드는 그 호출에 함께 온 ICX만 내보냅니다.`,
    },
    unreachable: {
      en: ({ contract, entry, method }) =>
        `${contract} takes ICX in ${entry}; ${method} would send it out, but nothing calls it.`,
      ko: ({ contract, entry, method }) =>
        `\`${contract}\` 컨트랙트는 \`${entry}\` 메서드로 ICX를 받습니다. \`${method}\` 메서드가 내보낼 수 있지만 부르는 곳이 없습니다.`,
    },
    unbooked: {
      en: ({ contract }) =>
        `What comes to fallback is booked nowhere, and ${contract} pays out only what is booked: it stays for ever.`,
      ko: ({ contract }) =>
        `fallback으로 받은 ICX는 어디에도 적히지 않습니다. \`${contract}\` 컨트랙트는 적어 둔 금액만 내보내므로 그 ICX는 나가지 못합니다.`,
    },
  },
} satisfies RuleWords<{
  locked: { contract: string; entry: string };
  kept: { contract: string; entry: string };
  unreachable: { contract: string; entry: string; method: string };
  unbooked: { contract: string };
}>;
