import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Loop without a sure end', ko: '확실히 끝나지 않는 반복문입니다' },
  advice: {
    en: 'Count the turns with `for i in range(LIMIT)`, or change what the condition looks at in every turn and compare with `<`.',
    ko: '`for i in range(LIMIT)`로 횟수를 세거나, 조건이 보는 값을 매번 바꾸고 `<`로 비교하세요.',
  },
  says: {
    endless: {
      en: () => 'The condition is always true, and no path in the loop leaves it.',
      ko: () => '조건이 항상 참이고, 반복문을 빠져나가는 경로가 없습니다.',
    },
    unchanged: {
      en: ({ names }) =>
        `Some path through the loop changes nothing of what the condition looks at (${names}).`,
      ko: ({ names }) => `조건이 보는 값(\`${names}\`)을 전혀 바꾸지 않는 경로가 반복문 안에 있습니다.`,
    },
    skipped: {
      en: ({ counter, target, step }) =>
        `${counter} changes by ${step} and may jump over ${target}; != then stays true.`,
      ko: ({ counter, target, step }) =>
        `\`${counter}\` 값은 한 번에 \`${step}\` 만큼 바뀌어 \`${target}\` 값을 건너뛸 수 있고, 그러면 != 조건이 계속 참입니다.`,
    },
    stuck: {
      en: ({ decides }) =>
        `Where ${decides} sends the loop round without a change, nothing that it depends on is different in the next turn: it then never ends.`,
      ko: ({ decides }) =>
        `\`${decides}\` 조건에 따라 아무것도 바꾸지 않고 다시 도는 경로가 있습니다. 다음 번에도 모든 값이 같으므로 그 경로에 한 번 들어서면 끝나지 않습니다.`,
    },
    passed: {
      en: ({ counter, target }) =>
        `${counter} only goes up: where ${target} lies below it from the beginning, they never meet and != stays true.`,
      ko: ({ counter, target }) =>
        `\`${counter}\` 값은 커지기만 합니다. \`${target}\` 값이 처음부터 그보다 작으면 둘은 만나지 않고 != 조건이 계속 참입니다.`,
    },
    passedBelow: {
      en: ({ counter, target }) =>
        `${counter} only goes down: where ${target} lies above it from the beginning, they never meet and != stays true.`,
      ko: ({ counter, target }) =>
        `\`${counter}\` 값은 작아지기만 합니다. \`${target}\` 값이 처음부터 그보다 크면 둘은 만나지 않고 != 조건이 계속 참입니다.`,
    },
    halved: {
      en: ({ test }) =>
        `${test} stays true for ever for a number below zero: // and >> round down, so that -1 gives -1 again.`,
      ko: ({ test }) =>
        `음수이면 \`${test}\` 조건이 계속 참입니다. \`//\` 연산과 \`>>\` 연산은 내림을 하므로 -1은 다시 -1이 됩니다.`,
    },
    lost: {
      en: ({ test, item }) =>
        `${test} stays true for ever where nothing stands in ${item} on the way: entries that were never written are empty, too.`,
      ko: ({ test, item }) =>
        `가는 길에 \`${item}\` 항목에 저장된 값이 없으면 \`${test}\` 조건이 계속 참입니다. 한 번도 쓰지 않은 값도 비어 있기 때문입니다.`,
    },
    circled: {
      en: ({ test, item }) =>
        `${test} may hold for all entries of ${item}: the loop then goes round for ever, as nothing counts its turns.`,
      ko: ({ test, item }) =>
        `\`${item}\` 항목 전체에서 \`${test}\` 조건이 참일 수 있습니다. 횟수를 세지 않으므로 그때는 끝없이 돕니다.`,
    },
    ringed: {
      en: ({ test, item }) =>
        `while ${test} follows ${item} to its end, and those who set it may lead it back to where it began.`,
      ko: ({ test, item }) =>
        `\`while ${test}\` 반복은 \`${item}\` 항목을 끝까지 따라가는데, 이 항목을 정하는 사람들이 처음으로 되돌아오게 이을 수 있습니다.`,
    },
    swinging: {
      en: ({ after }) =>
        `${after} is rounded down, so that two numbers may give each other in turn: the loop then never sees the same one twice.`,
      ko: ({ after }) =>
        `\`${after}\` 값은 내림되어 두 수가 번갈아 나올 수 있습니다. 그러면 같은 수가 두 번 이어지지 않아 반복문이 끝나지 않습니다.`,
    },
    overtaken: {
      en: ({ counter, start }) =>
        `${counter} goes back to the beginning only after it was compared with ${start}: where ${start} is the beginning, they never meet.`,
      ko: ({ counter, start }) =>
        `\`${counter}\` 값이 \`${start}\` 값과 비교한 뒤에야 처음으로 돌아갑니다. \`${start}\` 값이 바로 그 처음이면 둘은 만나지 않습니다.`,
    },
    tied: {
      en: ({ test, one, other }) =>
        `${test} stays true for ever where ${one} and ${other} are the same account.`,
      ko: ({ test, one, other }) =>
        `\`${one}\` 값과 \`${other}\` 값이 같은 계정이면 \`${test}\` 조건이 계속 참입니다.`,
    },
  },
} satisfies RuleWords<{
  ringed: { test: string; item: string };
  endless: Record<string, never>;
  unchanged: { names: string };
  skipped: { counter: string; target: string; step: string };
  stuck: { decides: string };
  passed: { counter: string; target: string };
  passedBelow: { counter: string; target: string };
  halved: { test: string };
  lost: { test: string; item: string };
  circled: { test: string; item: string };
  swinging: { after: string };
  overtaken: { counter: string; start: string };
  tied: { test: string; one: string; other: string };
}>;
