import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Call or transfer in a loop over data', ko: '데이터를 반복하며 호출이나 송금을 합니다' },
  advice: {
    en: 'Make the call once before the loop, ask for all values in one call, or work in batches of constant size.',
    ko: '반복문 앞에서 한 번만 호출하거나, 한 번의 호출로 모든 값을 받거나, 고정된 크기로 나누어 처리하세요.',
  },
  says: {
    call: {
      en: ({ call, loop }) =>
        `${call} goes to another contract once per turn of "${loop}"; a transaction has about 1024 calls.`,
      ko: ({ call, loop }) =>
        `\`${call}\` 호출이 \`${loop}\` 반복마다 다른 컨트랙트로 나갑니다. 한 트랜잭션의 호출은 약 1024번까지입니다.`,
    },
    transfer: {
      en: ({ call, loop }) =>
        `${call} sends ICX once per turn of "${loop}"; a transaction has about 1024 calls and transfers.`,
      ko: ({ call, loop }) =>
        `\`${call}\` 송금을 \`${loop}\` 반복마다 합니다. 한 트랜잭션의 호출과 송금은 합쳐서 약 1024번까지입니다.`,
    },
    again: {
      en: ({ call, fn }) =>
        `${call} goes out each time that ${fn} calls itself, once for each entry; a transaction has about 1024 calls.`,
      ko: ({ call, fn }) =>
        `\`${fn}\` 함수가 항목마다 자신을 다시 호출하면서 그때마다 \`${call}\` 호출이 나갑니다. 한 트랜잭션의 호출은 약 1024번까지입니다.`,
    },
    inside: {
      en: ({ helper, call, loop }) => `${helper} is called once per turn of "${loop}" and contains ${call}.`,
      ko: ({ helper, call, loop }) =>
        `\`${loop}\` 반복마다 부르는 \`${helper}\` 메서드 안에 \`${call}\` 호출이 있습니다.`,
    },
  },
} satisfies RuleWords<{
  call: { call: string; loop: string };
  transfer: { call: string; loop: string };
  again: { call: string; fn: string };
  inside: { helper: string; call: string; loop: string };
}>;
