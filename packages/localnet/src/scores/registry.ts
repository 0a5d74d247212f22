import { codeHashOf } from './archive.ts';
import { FAULTY } from './faulty.ts';
import { IRC2 } from './irc2.ts';
import { IRC3 } from './irc3.ts';
import { IRC31 } from './irc31.ts';
import { MARKET } from './market.ts';
import type { Score } from './score.ts';
import { SPONSOR } from './sponsor.ts';

/** Contracts that are executed here. */
export const SCORES: readonly Score[] = [IRC2, IRC3, IRC31, MARKET, FAULTY, SPONSOR];

const byCodeHash = new Map(SCORES.map((score) => [codeHashOf(score), score]));

/** The contract that an archive with this SHA3-256 is executed as; undefined for an archive of somebody else. */
export const scoreOfArchive = (codeHash: string): Score | undefined => byCodeHash.get(codeHash);
