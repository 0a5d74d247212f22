import { defineRule } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { outsideUses, type OutsideUse } from '../../domain/model/outside-uses.ts';
import { words } from './words.ts';

/** Functions of `time` that read the clock always, and those that do when they are given no time. */
const TIME = /^time\.(?:time|monotonic|perf_counter|process_time|thread_time|clock|clock_gettime)(?:_ns)?$/;
const TIME_OF_NOW: ReadonlyMap<string, number> = new Map([
  ['time.gmtime', 1],
  ['time.localtime', 1],
  ['time.ctime', 1],
  ['time.asctime', 1],
  ['time.strftime', 2],
]);
const DATE = /^(?:datetime\.)*(?:datetime\.(?:now|utcnow|today)|date\.today)$/;

export const rule = defineRule({
  id: 'D04',
  name: 'wall-clock',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C07'],
  words,
  check(subject, report) {
    for (const use of outsideUses(subject)) {
      const { name, found } = use;
      const call = sourceOf(found.module, found.node);
      if (name === 'time.sleep') report(found, words.says.sleep, { call });
      else if (readsClock(use)) report(found, words.says.clock, { call });
    }
  },
});

function readsClock({ name, call }: OutsideUse): boolean {
  if (TIME.test(name) || (name.startsWith('datetime.') && DATE.test(name))) return true;
  const needed = TIME_OF_NOW.get(name);
  return needed !== undefined && call !== undefined && call.args.length < needed;
}
