import { sha3 } from '@madang/icon';
import type { World } from '../world/world.ts';
import { PREP_NAMES, type PRepName } from './prep-names.ts';

/** Who makes blocks, or would like to: a public representative. */
export interface PRep extends PRepName {
  readonly address: string;
  /** 0 makes blocks, 1 is next in line. */
  readonly grade: 0 | 1;
  /** Loop that voters gave, and loop that is at stake for what it does. Both stand still. */
  readonly delegated: bigint;
  readonly bonded: bigint;
}

/** P-Reps that make blocks, and those that are next in line. */
export const PREP_COUNTS = { main: 7, sub: 3 } as const;

/** Percent of its power that a P-Rep has to have bonded. */
export const BOND_REQUIREMENT = 5n;

const ICX = 10n ** 18n;
const KEY = 'preps';

/** What P-Reps are made of. */
export interface Founding {
  readonly seed: string;
  /** Who makes the blocks here: the first of them. */
  readonly producer: string;
}

/** As the state has them. */
type Stored = Omit<PRep, 'delegated' | 'bonded'> & Readonly<Record<'delegated' | 'bonded', string>>;

/**
 * Puts the P-Reps into the state: who they are and how they rank depends on the seed. Nobody votes here, so that their figures come
 * out of no account, and are not staked.
 */
export function foundPReps(world: World, { seed, producer }: Founding): void {
  const drawn = PREP_NAMES.map((named) => ({ ...named, ...draw(sha3(`${seed}/prep/${named.host}`)) }));
  drawn.sort((a, b) => (powerOf(a) > powerOf(b) ? -1 : 1));
  const preps = drawn.map(({ address, delegated, bonded, ...named }, rank): Stored => ({
    ...named,
    address: rank === 0 ? producer : address,
    grade: rank < PREP_COUNTS.main ? 0 : 1,
    delegated: String(delegated),
    bonded: String(bonded),
  }));
  world.set(KEY, JSON.stringify(preps));
}

/** From 3 to 26 million ICX, of which 40 to 71 thousandths are bonded once more. */
function draw(lot: string): Pick<PRep, 'address' | 'delegated' | 'bonded'> {
  const digits = BigInt(lot.slice(0, 18));
  const delegated = 3_000_000n + (digits % 23_000_000n);
  const bonded = (delegated * (40n + (digits % 32n))) / 1000n;
  return { address: `hx${lot.slice(-40)}`, delegated: delegated * ICX, bonded: bonded * ICX };
}

/** The P-Reps, by rank. */
export function prepsOf(world: World): readonly PRep[] {
  const text = world.get(KEY);
  if (text === null) return [];
  return (JSON.parse(text) as Stored[]).map(({ delegated, bonded, ...prep }) => ({
    ...prep,
    delegated: BigInt(delegated),
    bonded: BigInt(bonded),
  }));
}

/** What a P-Rep ranks by: what it was given and has bonded, as far as the bond reaches. */
export function powerOf({ delegated, bonded }: Pick<PRep, 'delegated' | 'bonded'>): bigint {
  const [all, reach] = [delegated + bonded, (bonded * 100n) / BOND_REQUIREMENT];
  return all < reach ? all : reach;
}
