/** What back-ends do when somebody looks, as a chart has room for it. */
export const ACTIVITIES = ['cpu', 'io', 'lock', 'client', 'other'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Active back-ends, by what they did. */
export type ActiveBackEnds = Readonly<Record<Activity, number>>;

/**
 * Back-ends that were active on average.
 *
 * @param seen how many were seen, by `cpu` or the type and name of a wait event (`IO/WALSync`)
 * @param looks in so many looks
 */
export function activeIn(
  seen: Iterable<readonly [event: string, count: number]>,
  looks: number,
): ActiveBackEnds {
  const active = { cpu: 0, io: 0, lock: 0, client: 0, other: 0 };
  for (const [event, count] of seen) active[activityOf(event)] += count / looks;
  return active;
}

function activityOf(event: string): Activity {
  const [type = ''] = event.split('/');
  return ACTIVITY_OF.get(type) ?? 'other';
}

const ACTIVITY_OF: ReadonlyMap<string, Activity> = new Map([
  ['cpu', 'cpu'],
  ['IO', 'io'],
  ['Lock', 'lock'],
  ['LWLock', 'lock'],
  ['BufferPin', 'lock'],
  ['Client', 'client'],
]);
