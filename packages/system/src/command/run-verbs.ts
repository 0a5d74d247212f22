import type { System } from '../define-system.ts';
import { runCommand } from './run-command.ts';
import { ownSurroundings } from './surroundings.ts';
import type { Verb } from './verb.ts';

/** Verbs of one system, by which it is told and called. */
export interface VerbProgram extends Pick<System, 'name' | 'title' | 'summary' | 'folder' | 'settings'> {
  readonly verbs: readonly Verb[];
}

/** Runs the command line of a program that has the verbs of one system and nothing else. Gives the exit code. */
export function runVerbs(program: VerbProgram, argv: readonly string[]): Promise<number> {
  const system: System = { ...program, answers: [], places: [] };
  const house = { systems: [system], commands: [], roles: () => [], main: '' };
  return runCommand(house, argv, ownSurroundings());
}
