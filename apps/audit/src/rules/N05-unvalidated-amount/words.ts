import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Amount may be negative', ko: '금액이 음수일 수 있습니다' },
  advice: {
    en: 'Revert on amounts that are not positive before anything else: `if _value <= 0: revert(...)`.',
    ko: '다른 일을 하기 전에 양수가 아닌 금액을 거절하세요: `if _value <= 0: revert(...)`.',
  },
  says: {
    parameter: {
      en: ({ amount, target, entry }) =>
        `${amount} comes from the caller of ${entry} and changes ${target} without a lower bound: it may be negative.`,
      ko: ({ amount, target, entry }) =>
        `\`${amount}\` 값은 \`${entry}\` 메서드의 호출자가 정하며, 하한 검사 없이 \`${target}\` 항목을 바꿉니다. 음수일 수 있습니다.`,
    },
    data: {
      en: ({ amount, target, source }) =>
        `${amount} is taken out of ${source} and changes ${target} without a lower bound: JSON numbers may be negative.`,
      ko: ({ amount, target, source }) =>
        `\`${amount}\` 값은 \`${source}\` 데이터에서 왔으며, 하한 검사 없이 \`${target}\` 항목을 바꿉니다. JSON 숫자는 음수일 수 있습니다.`,
    },
    payment: {
      en: ({ amount, entry }) =>
        `${amount} depends on the caller of ${entry} and is taken off a payment without a lower bound: below zero, more is paid.`,
      ko: ({ amount, entry }) =>
        `\`${amount}\` 값은 \`${entry}\` 메서드의 호출자에 달려 있고, 하한 검사 없이 지급액에서 빠집니다. 음수이면 더 많이 지급됩니다.`,
    },
    rest: {
      en: ({ amount, entry }) =>
        `${amount} depends on the caller of ${entry} and is taken off self.msg.value without a lower bound: below zero, more than was paid is left.`,
      ko: ({ amount, entry }) =>
        `\`${amount}\` 값은 \`${entry}\` 메서드의 호출자에 달려 있고, 하한 검사 없이 self.msg.value에서 빠집니다. 음수이면 낸 것보다 많이 남습니다.`,
    },
    due: {
      en: ({ amount, entry }) =>
        `${amount} depends on the caller of ${entry} and is added to what has to be paid without a lower bound: below zero, less is paid.`,
      ko: ({ amount, entry }) =>
        `\`${amount}\` 값은 \`${entry}\` 메서드의 호출자에 달려 있고, 하한 검사 없이 낼 금액에 더해집니다. 음수이면 덜 내게 됩니다.`,
    },
    stored: {
      en: ({ amount, target, later }) =>
        `${amount} is stored in ${target} without a lower bound, and ${later} moves a balance by it.`,
      ko: ({ amount, target, later }) =>
        `\`${amount}\` 값이 하한 검사 없이 \`${target}\` 항목에 저장되고, \`${later}\` 메서드가 그만큼 잔액을 옮깁니다.`,
    },
    parts: {
      en: ({ amount, entry }) =>
        `${entry} asks for the sum only of what ${amount} adds up: one number below zero makes room for another that is larger than all of it.`,
      ko: ({ amount, entry }) =>
        `\`${entry}\` 메서드는 \`${amount}\` 값들의 합만 확인합니다. 음수가 하나 있으면 다른 하나가 전체보다 클 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  parameter: { amount: string; target: string; entry: string };
  data: { amount: string; target: string; source: string };
  payment: { amount: string; entry: string };
  rest: { amount: string; entry: string };
  due: { amount: string; entry: string };
  stored: { amount: string; target: string; later: string };
  parts: { amount: string; entry: string };
}>;
