import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'What should happen once can happen again', ko: '한 번만 일어나야 할 일이 다시 일어납니다' },
  advice: {
    en: 'Check a flag or state before the effect, and set it before paying.',
    ko: '효과가 나기 전에 표시나 상태를 확인하고, 지급하기 전에 그것을 쓰세요.',
  },
  says: {
    noFlag: {
      en: ({ entry, effect }) =>
        `${entry} reaches ${effect} as often as it is called: nothing records that it was done.`,
      ko: ({ entry, effect }) =>
        `\`${entry}\` 메서드를 부를 때마다 \`${effect}\` 효과가 납니다. 이미 했다는 기록이 없습니다.`,
    },
    flagUnread: {
      en: ({ entry, effect, flag }) => `${entry} sets ${flag}, but no condition reads it before ${effect}.`,
      ko: ({ entry, effect, flag }) =>
        `\`${entry}\` 메서드가 \`${flag}\` 항목을 쓰지만, \`${effect}\` 효과가 나기 전에 이 항목을 읽는 조건이 없습니다.`,
    },
    dueAgain: {
      en: ({ entry, effect, flag }) =>
        `${entry} only asks whether the time in ${flag} has come, and sets it to the present: ${effect} can be had again at once.`,
      ko: ({ entry, effect, flag }) =>
        `\`${entry}\` 메서드는 \`${flag}\` 항목의 시각이 되었는지만 확인하고 그 항목을 현재 시각으로 씁니다. 그래서 \`${effect}\` 효과를 바로 다시 얻을 수 있습니다.`,
    },
    flagLost: {
      en: ({ entry, flag, set }) =>
        `${entry} asks for ${flag} and sets it with ${set} in what it has read only: nothing writes that back, so the next call finds it as it was.`,
      ko: ({ entry, flag, set }) =>
        `\`${entry}\` 메서드는 \`${flag}\` 값을 확인하고 \`${set}\` 코드로 바꾸지만 읽어 온 사본만 바뀝니다. 다시 저장하지 않아 다음 호출에서는 전과 같습니다.`,
    },
    flagLets: {
      en: ({ entry, effect, flag }) =>
        `${entry} sets ${flag} to a value that its own question lets through as well: ${effect} happens again with each call.`,
      ko: ({ entry, effect, flag }) =>
        `\`${entry}\` 메서드가 \`${flag}\` 항목에 쓰는 값을 이 메서드의 조건도 통과시키므로 호출할 때마다 \`${effect}\` 효과가 다시 납니다.`,
    },
    flagUnset: {
      en: ({ entry, flag }) => `${entry} goes on unless ${flag} is set, and nothing ever sets it.`,
      ko: ({ entry, flag }) =>
        `\`${entry}\` 메서드는 \`${flag}\` 항목이 켜져 있지 않으면 진행하는데, 이 항목을 켜는 곳이 없습니다.`,
    },
    flagElsewhere: {
      en: ({ flag, set, effect }) =>
        `${set} sets another entry of ${flag} than the one that is asked for: ${effect} can happen again.`,
      ko: ({ flag, set, effect }) =>
        `\`${set}\` 코드는 조건이 확인하는 것과 다른 키로 \`${flag}\` 항목을 씁니다. 그래서 \`${effect}\` 효과가 다시 날 수 있습니다.`,
    },
    flagPassed: {
      en: ({ flag, set, effect }) =>
        `What ${set} writes into ${flag} is let through here as well: ${effect} can happen again.`,
      ko: ({ flag, set, effect }) =>
        `\`${set}\` 코드가 \`${flag}\` 항목에 쓰는 값도 이 조건을 통과합니다. 그래서 \`${effect}\` 효과가 다시 날 수 있습니다.`,
    },
    flagAnswered: {
      en: ({ flag }) =>
        `${flag} is set only where the call answers with something: a method that answers nothing has run as well, and can run again.`,
      ko: ({ flag }) =>
        `호출한 메서드가 값을 돌려줄 때만 \`${flag}\` 항목을 켭니다. 아무것도 돌려주지 않는 메서드도 이미 실행된 것이며, 다시 실행될 수 있습니다.`,
    },
    keptWhole: {
      en: ({ entry, item }) =>
        `${entry} leaves ${item} as it was where all of it is paid: what is left is taken off, and not what is paid.`,
      ko: ({ entry, item }) =>
        `\`${entry}\` 메서드가 전액을 지급해도 \`${item}\` 항목은 그대로입니다. 지급한 금액이 아니라 남은 금액을 뺍니다.`,
    },
    listedTwice: {
      en: ({ entry, effect }) =>
        `${entry} adds up for a list that the caller gives, and closes what was counted only behind the loop: what is in the list twice counts twice in ${effect}.`,
      ko: ({ entry, effect }) =>
        `\`${entry}\` 메서드는 호출자가 준 목록대로 더하고, 더한 항목은 반복이 끝난 뒤에야 닫습니다. 목록에 두 번 든 항목은 \`${effect}\` 코드에서 두 번 더해집니다.`,
    },
    unspent: {
      en: ({ entry, effect }) =>
        `${entry} holds the amount against what the caller has, and takes nothing off it: ${effect} can be had again.`,
      ko: ({ entry, effect }) =>
        `\`${entry}\` 메서드가 호출자의 잔액과 금액을 비교하지만 잔액에서 빼지 않습니다. 그래서 \`${effect}\` 효과를 다시 얻을 수 있습니다.`,
    },
    unnoted: {
      en: ({ entry, effect }) =>
        `${entry} asks when it was done last, and notes the time on some ways only: ${effect} can be had again at once.`,
      ko: ({ entry, effect }) =>
        `\`${entry}\` 메서드는 마지막 시각을 확인하지만 일부 경로에서만 새 시각을 적습니다. 그래서 \`${effect}\` 효과를 바로 다시 얻을 수 있습니다.`,
    },
    leftBehind: {
      en: ({ entry, effect }) =>
        `${entry} pays out of an entry and leaves it as it was, while another method pays the same entry back: ${effect}.`,
      ko: ({ entry, effect }) =>
        `\`${entry}\` 메서드는 기록에서 지급하고 그 기록을 그대로 남깁니다. 다른 메서드가 같은 기록을 다시 지급합니다: \`${effect}\`.`,
    },
    undue: {
      en: ({ entry, effect }) =>
        `${entry} pays the next part with each call: ${effect}. Nothing asks who calls or whether it is due.`,
      ko: ({ entry, effect }) =>
        `\`${entry}\` 메서드를 부를 때마다 다음 회차의 몫이 나갑니다: \`${effect}\`. 누가 부르는지도, 지급할 때가 되었는지도 확인하지 않습니다.`,
    },
    countedTwice: {
      en: ({ entry, effect }) => `${entry} counts the same account again on each call: ${effect}.`,
      ko: ({ entry, effect }) => `\`${entry}\` 메서드를 부를 때마다 같은 계정을 다시 셉니다: \`${effect}\`.`,
    },
  },
} satisfies RuleWords<{
  noFlag: { entry: string; effect: string };
  flagUnread: { entry: string; effect: string; flag: string };
  dueAgain: { entry: string; effect: string; flag: string };
  flagLost: { entry: string; flag: string; set: string };
  flagLets: { entry: string; effect: string; flag: string };
  flagUnset: { entry: string; flag: string };
  flagElsewhere: { flag: string; set: string; effect: string };
  flagPassed: { flag: string; set: string; effect: string };
  flagAnswered: { flag: string };
  keptWhole: { entry: string; item: string };
  listedTwice: { entry: string; effect: string };
  unspent: { entry: string; effect: string };
  unnoted: { entry: string; effect: string };
  leftBehind: { entry: string; effect: string };
  undue: { entry: string; effect: string };
  countedTwice: { entry: string; effect: string };
}>;
