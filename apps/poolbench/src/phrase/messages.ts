import { ofRun } from '../run/run.words.ts';
import { s1 } from '../scenario/s1.words.ts';
import { s10 } from '../scenario/s10.words.ts';
import { s11 } from '../scenario/s11.words.ts';
import { s12 } from '../scenario/s12.words.ts';
import { s13 } from '../scenario/s13.words.ts';
import { s14 } from '../scenario/s14.words.ts';
import { s15 } from '../scenario/s15.words.ts';
import { s2 } from '../scenario/s2.words.ts';
import { s3 } from '../scenario/s3.words.ts';
import { s4 } from '../scenario/s4.words.ts';
import { s5 } from '../scenario/s5.words.ts';
import { s6 } from '../scenario/s6.words.ts';
import { s7 } from '../scenario/s7.words.ts';
import { s8 } from '../scenario/s8.words.ts';
import { s9 } from '../scenario/s9.words.ts';
import { shared } from '../scenario/shared.words.ts';
import type { Message } from './define-phrases.ts';

const TABLES = [ofRun, shared, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15];

/** Every sentence that a record may be, by its code. */
export const MESSAGES: ReadonlyMap<string, Message> = new Map(
  TABLES.flatMap(({ messages }) => [...messages]),
);
