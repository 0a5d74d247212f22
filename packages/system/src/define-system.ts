import type { SettingsDefinition } from '@madang/config';
import type { ComponentChild } from 'preact';
import type { Answer, AnswerContext, Live } from './answer/answer.ts';
import type { Upload } from './answer/upload.ts';
import type { Verb } from './command/verb.ts';
import type { Localized } from './localized.ts';

/** A place in a system's navigation. */
export interface Place {
  readonly title: Localized;
  /** Below `/<system>`, such as `/blocks`; `/` is the system's first page. */
  readonly path: `/${string}`;
}

/** What finds things of a system by a few letters: the box in its frame. */
export interface SearchPlace {
  /** Of an answer and of its page. The answer takes `?q=` and replies `{ items: [{ kind, id, title, detail }] }`, best first. */
  readonly path: `/${string}`;
  /** What can be looked for; stands in the empty box. */
  readonly hint: Localized;
  /** For each kind of thing what it is called, and the path before the id of one. */
  readonly kinds: Readonly<Record<string, Place>>;
}

/** All that the host needs to run one system. `apps/<name>/src/index.ts` exports exactly this value. */
export interface System {
  /** Also its PostgreSQL schema, its folder below `/` and `/api/`, and the first word of its commands. */
  readonly name: string;
  readonly title: Localized;
  /** One sentence for the courtyard. */
  readonly summary: Localized;
  /** The system's folder: `migrations/` and `schema.sql` where it keeps something in the database, `openapi.json`, `web/dist/`. */
  readonly folder: string;
  readonly settings?: SettingsDefinition;
  /** What it keeps of a chain. Opaque here: the indexer knows more. */
  readonly projections?: readonly { readonly name: string; readonly version: number }[];
  readonly answers: readonly Answer[];
  readonly live?: readonly Live[];
  /** Questions about a file that is handed in. */
  readonly uploads?: readonly Upload[];
  readonly verbs?: readonly Verb[];
  /** At most five. */
  readonly places: readonly Place[];
  readonly search?: SearchPlace;
  /** Style sheets of its own, as text, for what no piece of the house draws. */
  readonly styles?: readonly string[];
  /** What stands above every page, such as how fresh its data is. */
  banner?(context: AnswerContext): Promise<ComponentChild>;
  /** Why it cannot serve yet, or null. */
  ready?(context: AnswerContext): Promise<string | null>;
}

const NAME = /^[a-z][a-z0-9]{1,30}$/;
/** First words of commands and first parts of addresses that are the house's own. */
const RESERVED = new Set([
  'api',
  'assets',
  'config',
  'doctor',
  'generate',
  'health',
  'house',
  'indexer',
  'metrics',
  'migrate',
  'public',
  'ready',
  'serve',
  'start',
]);
const MOST_PLACES = 5;

/** Declares a system. Wrong or doubled names fail here, at the start, and not at the first request. */
export function defineSystem(system: System): System {
  const { name, places, search, answers, live = [], uploads = [], verbs = [] } = system;
  if (!NAME.test(name)) throw new TypeError(`A system's name is one lower-case word, not ${name}.`);
  if (RESERVED.has(name)) throw new TypeError(`A system cannot be called ${name}; the house uses that name.`);
  if (places.length > MOST_PLACES)
    throw new TypeError(`${name} has ${places.length} places; five fit a phone.`);
  if (search !== undefined && !answers.some(({ path, page }) => path === search.path && page?.path === path))
    throw new TypeError(`${name} searches at ${search.path}, where it has no answer with a page.`);
  const questions = [...answers, ...live, ...uploads];
  refuseTwice(
    name,
    'answer',
    questions.map(({ operationId }) => operationId),
  );
  refuseTwice(
    name,
    'path',
    questions.map(({ path }) => path),
  );
  refuseTwice(
    name,
    'page',
    [...answers, ...uploads].flatMap(({ page }) => (page === null ? [] : [page.path])),
  );
  refuseTwice(
    name,
    'verb',
    verbs.map((verb) => verb.name),
  );
  const verb = verbs.find((one) => RESERVED.has(one.name));
  if (verb !== undefined)
    throw new TypeError(`A verb cannot be called ${verb.name}; every system has that one.`);
  return system;
}

function refuseTwice(system: string, what: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new TypeError(`${system} declares the ${what} ${twice} twice.`);
}

/** Address before the paths of a system's answers. */
export function apiPrefix(system: string): string {
  return `/api/${system}/v1`;
}
