import { formatInteger, type JsonObject } from '@madang/icon';
import { PREP_COUNTS, powerOf, type PRep } from './preps.ts';

/** I-Rep of every P-Rep, which nothing depends on since the third incentive scheme. */
const IREP = formatInteger(50_000n * 10n ** 18n);

/** Blocks that a P-Rep was to validate before a height, all of which it did. */
const validated = ({ grade }: PRep, height: number): string =>
  formatInteger(grade === 0 ? Math.max(height - 1, 0) : 0);

/** The height since which a P-Rep does what it does: those who make blocks since the first one. */
const sinceOf = ({ grade }: PRep): string => (grade === 0 ? '0x1' : '0x0');

/** A P-Rep as `getPRep` tells it. */
export function prepAnswer(prep: PRep, height: number): JsonObject {
  const { address, bonded, city, country, delegated, grade, host, name } = prep;
  const site = `${host}.example.com`;
  return {
    address,
    bonded: formatInteger(bonded),
    city,
    country,
    delegated: formatInteger(delegated),
    details: `https://${site}/details.json`,
    email: `node@${site}`,
    grade: formatInteger(grade),
    irep: IREP,
    irepUpdateBlockHeight: '0x0',
    jailFlags: '0x0',
    lastHeight: sinceOf(prep),
    minDoubleSignHeight: '0x0',
    name,
    nodeAddress: address,
    p2pEndpoint: `${site}:7100`,
    penalty: '0x0',
    power: formatInteger(powerOf(prep)),
    status: '0x0',
    totalBlocks: validated(prep, height),
    unjailRequestHeight: '0x0',
    validatedBlocks: validated(prep, height),
    website: `https://${site}/`,
  };
}

/** A P-Rep as `getMainPReps` and `getSubPReps` list it. */
export function prepShortAnswer(prep: PRep): JsonObject {
  const { address, delegated, name } = prep;
  return { address, delegated: formatInteger(delegated), name, power: formatInteger(powerOf(prep)) };
}

/** What a P-Rep did, as `getPRepStats` tells it. */
export function prepStatsAnswer(prep: PRep, height: number): JsonObject {
  const blocks = validated(prep, height);
  return {
    fail: '0x0',
    failCont: '0x0',
    grade: formatInteger(prep.grade),
    lastHeight: sinceOf(prep),
    // Validated the last block, or none ever.
    lastState: prep.grade === 0 ? '0x2' : '0x0',
    owner: prep.address,
    penalties: '0x0',
    realFail: '0x0',
    realFailCont: '0x0',
    realTotal: blocks,
    status: '0x0',
    total: blocks,
  };
}

/** The sum of what P-Reps have, as T_INT. */
export function sumOf(preps: readonly PRep[], part: (prep: PRep) => bigint): string {
  return formatInteger(preps.reduce((sum, prep) => sum + part(prep), 0n));
}

/** How many P-Reps there are of each kind, as `getPRepCountConfig` tells it. */
export const PREP_COUNT_ANSWER = {
  extra: '0x0',
  main: formatInteger(PREP_COUNTS.main),
  sub: formatInteger(PREP_COUNTS.sub),
} as const;
