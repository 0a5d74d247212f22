/** What verbs need that neither serve nor keep anything: a program of them alone loads no database and no HTTP. */
export type { Verb, VerbContext } from './command/verb.ts';
export { runVerbs } from './command/run-verbs.ts';
export { houseSettings } from './roles/house-settings.ts';
