import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'The outcome can be computed beforehand', ko: '결과를 미리 계산할 수 있습니다' },
  advice: {
    en: 'Commit and reveal over two transactions with a deadline, or take a number that is unknown when bets close.',
    ko: '기한이 있는 두 트랜잭션의 약속·공개 방식이나, 마감 때 아무도 모르는 숫자를 쓰세요.',
  },
  says: {
    chain: {
      en: ({ source, outcome }) =>
        `${source} decides ${outcome}: the sender or the block maker knows it beforehand.`,
      ko: ({ source, outcome }) =>
        `\`${source}\` 값이 \`${outcome}\` 결과를 정합니다. 보내는 사람이나 블록을 만드는 쪽이 미리 압니다.`,
    },
    callerSeed: {
      en: ({ source, outcome }) =>
        `The caller's own seed ${source} decides ${outcome}: they can try until it wins.`,
      ko: ({ source, outcome }) =>
        `호출자가 보낸 시드 \`${source}\` 값이 \`${outcome}\` 결과를 정합니다. 이길 때까지 바꿔 볼 수 있습니다.`,
    },
    stored: {
      en: ({ source, outcome }) =>
        `${source} decides ${outcome}: everybody can read it and compute the result.`,
      ko: ({ source, outcome }) =>
        `\`${source}\` 값이 \`${outcome}\` 결과를 정합니다. 누구나 읽을 수 있어 결과를 미리 계산할 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  chain: { source: string; outcome: string };
  callerSeed: { source: string; outcome: string };
  stored: { source: string; outcome: string };
}>;
