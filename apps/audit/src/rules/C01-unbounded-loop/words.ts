import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Loop over data of any length', ko: '길이 제한이 없는 데이터를 반복합니다' },
  advice: {
    en: 'Let each user claim alone, or work in batches: a stored cursor and a constant batch size. Or limit the length where it grows.',
    ko: '사용자마다 직접 청구하게 하거나, 저장된 커서와 고정된 묶음 크기로 나누어 처리하세요. 또는 늘어나는 곳에서 길이를 제한하세요.',
  },
  says: {
    storage: {
      en: ({ list, writer, entry }) =>
        `${entry} walks through ${list}, which ${writer} makes longer without a limit.`,
      ko: ({ list, writer, entry }) =>
        `\`${entry}\` 메서드가 \`${list}\` 항목을 모두 훑는데, \`${writer}\` 메서드가 이 목록을 제한 없이 늘립니다.`,
    },
    parameter: {
      en: ({ bound, entry }) =>
        `The number of turns is ${bound}, which the caller of ${entry} chooses without an upper limit.`,
      ko: ({ bound, entry }) =>
        `반복 횟수인 \`${bound}\` 값을 \`${entry}\` 메서드의 호출자가 상한 없이 정합니다.`,
    },
    rounds: {
      en: ({ bound, entry, fn }) =>
        `${fn} calls itself as often as ${bound} says, which the caller of ${entry} chooses without an upper limit.`,
      ko: ({ bound, entry, fn }) =>
        `\`${fn}\` 함수가 \`${bound}\` 값만큼 자신을 다시 호출하는데, \`${entry}\` 메서드의 호출자가 이 값을 상한 없이 정합니다.`,
    },
    data: {
      en: ({ list, source }) =>
        list === source
          ? `Whoever calls says how long ${list} is: its length is not limited.`
          : `${list} comes out of ${source}, and its length is not limited.`,
      ko: ({ list, source }) =>
        list === source
          ? `\`${list}\` 목록의 길이는 호출자가 정하며 제한이 없습니다.`
          : `\`${list}\` 목록은 \`${source}\` 데이터에서 왔으며 길이를 제한하지 않습니다.`,
    },
    answer: {
      en: ({ list, call }) => `${list} is the answer of ${call}; the other contract decides how long it is.`,
      ko: ({ list, call }) =>
        `\`${list}\` 목록은 \`${call}\` 호출의 응답이며, 길이는 다른 컨트랙트가 정합니다.`,
    },
  },
} satisfies RuleWords<{
  storage: { list: string; writer: string; entry: string };
  parameter: { bound: string; entry: string };
  rounds: { bound: string; entry: string; fn: string };
  data: { list: string; source: string };
  answer: { list: string; call: string };
}>;
