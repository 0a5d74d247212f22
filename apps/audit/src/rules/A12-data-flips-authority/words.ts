import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A magic value in the input changes who acts', ko: '입력 속의 특정 값이 행위자를 바꿉니다' },
  advice: {
    en: 'Remove the magic value; give the other account a method of its own, guarded by self.msg.sender.',
    ko: '특정 값을 없애고, 다른 계정을 위한 메서드를 따로 두어 self.msg.sender로 검사하세요.',
  },
  says: {
    flips: {
      en: ({ condition, principal }) =>
        `When ${condition}, the method acts as ${principal}: any caller can send this value.`,
      ko: ({ condition, principal }) =>
        `\`${condition}\` 조건이면 \`${principal}\` 계정으로 행동합니다. 이 값은 누구나 보낼 수 있습니다.`,
    },
  },
} satisfies RuleWords<{ flips: { condition: string; principal: string } }>;
