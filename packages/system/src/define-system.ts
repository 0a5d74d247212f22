import type { SettingsDefinition } from '@madang/config';
import type { ComponentChild } from 'preact';
import type { Answer, AnswerContext, Live } from './answer/answer.ts';
import type { Verb } from './command/verb.ts';
import type { Localized } from './localized.ts';

/** A place in a system's navigation. */
export interface Place {
  readonly title: Localized;
  /** Below `/<system>`, such as `/blocks`; `/` is the system's first page. */
  readonly path: `/${string}`;
}

/** All that the host needs to run one system. `apps/<name>/src/index.ts` exports exactly this value. */
export interface System {
  /** Also its PostgreSQL schema, its folder below `/` and `/api/`, and the first word of its commands. */
  readonly name: string;
  readonly title: Localized;
  /** One sentence for the courtyard. */
  readonly summary: Localized;
  /** The system's folder: `migrations/`, `schema.sql`, `openapi.json`, `web/dist/`. */
  readonly folder: string;
  readonly settings?: SettingsDefinition;
  /** What it keeps of a chain. Opaque here: the indexer knows more. */
  readonly projections?: readonly { readonly name: string; readonly version: number }[];
  readonly answers: readonly Answer[];
  readonly live?: readonly Live[];
  readonly verbs?: readonly Verb[];
  /** At most five. */
  readonly places: readonly Place[];
  /** What stands above every page, such as how fresh its data is. */
  banner?(context: AnswerContext): Promise<ComponentChild>;
  /** Why it cannot serve yet, or null. */
  ready?(context: AnswerContext): Promise<string | null>;
}

const NAME = /^[a-z][a-z0-9]{1,30}$/;

/** Declares a system. Wrong or doubled names fail here, at the start, and not at the first request. */
export function defineSystem(system: System): System {
  if (!NAME.test(system.name))
    throw new TypeError(`A system's name is one lower-case word, not ${system.name}.`);
  if (system.places.length > 5)
    throw new TypeError(`${system.name} has ${system.places.length} places; five fit a phone.`);
  const ids = [...system.answers, ...(system.live ?? [])].map(({ operationId }) => operationId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new TypeError(`${system.name} declares the answer ${twice} twice.`);
  return system;
}
