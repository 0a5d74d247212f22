import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'List changed while it is walked through', ko: '반복하는 동안 그 목록을 바꿉니다' },
  advice: {
    en: 'Collect what should go and remove it after the loop, walk from the end to the start, or leave the loop right after the change.',
    ko: '지울 것을 모아 반복문 뒤에서 지우거나, 끝에서 앞으로 훑거나, 바꾼 직후 반복문을 빠져나오세요.',
  },
  says: {
    shorter: {
      en: ({ list, change }) =>
        `${change} makes ${list} shorter inside the loop over it: entries are skipped, or an index is out of range.`,
      ko: ({ list, change }) =>
        `\`${list}\` 목록을 훑는 반복문 안에서 \`${change}\` 호출이 목록을 줄입니다. 항목을 건너뛰거나 범위를 벗어난 인덱스를 읽습니다.`,
    },
    longer: {
      en: ({ list, change }) =>
        `${change} makes ${list} longer inside the loop over it: an ArrayDB does not see the new entries, a list may never end.`,
      ko: ({ list, change }) =>
        `\`${list}\` 목록을 훑는 반복문 안에서 \`${change}\` 호출이 목록을 늘립니다. ArrayDB는 새 항목을 보지 못하고 리스트는 끝나지 않을 수 있습니다.`,
    },
    callee: {
      en: ({ list, callee, change }) =>
        `${callee} is called in the loop over ${list} and changes its length by ${change}.`,
      ko: ({ list, callee, change }) =>
        `\`${list}\` 목록을 훑는 반복문이 부르는 \`${callee}\` 메서드가 \`${change}\` 호출로 목록의 길이를 바꿉니다.`,
    },
  },
} satisfies RuleWords<{
  shorter: { list: string; change: string };
  longer: { list: string; change: string };
  callee: { list: string; callee: string; change: string };
}>;
