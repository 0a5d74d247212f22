import { once } from 'node:events';
import { namesOf, type ResolvedSettings } from '@madang/config';
import { EXIT } from '@madang/errors';
import type { Role, RoleContext } from '../roles/role.ts';
import { startRoleProcess, type RoleProcess } from './child.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import type { Screen } from './screen.ts';
import { listenForStop } from './stop-request.ts';

export interface Supervised {
  /** In the order in which they start; they stop in the opposite one. */
  readonly roles: readonly Role[];
  readonly settings: ResolvedSettings;
  /** The program that is run for a role, and its arguments. */
  readonly main: string;
  readonly argvOf: (role: Role) => readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly context: RoleContext;
  readonly screen: Screen;
}

/**
 * Starts every role as a process, starts a dead one again with back-off and says why it died, and stops all in order when
 * told to. Returns the exit code: 0 after a stop, 1 when a role could not be started in the first place.
 */
export async function supervise(house: Supervised): Promise<number> {
  const { screen } = house;
  for (const role of house.roles) await role.preflight?.(house.context);
  const kept: Keeper[] = [];
  const stop = listenForStop(() => hurry(screen, kept));
  const asked = once(stop.signal, 'abort').then(() => null);
  screen.open();
  for (const role of house.roles) kept.push(keeperOf(house, role, kept, stop.signal));
  for (const keeper of kept) {
    const death = await Promise.race([keeper.start(), asked]);
    if (stop.signal.aborted) break;
    if (death !== null) {
      screen.died(keeper.role.name, death);
      // Nobody starts again what ends now.
      stop.ask();
      await stopAll(screen, kept);
      return EXIT.finding;
    }
  }
  if (!stop.signal.aborted) screen.running();
  await asked;
  await stopAll(screen, kept);
  return EXIT.ok;
}

function keeperOf(house: Supervised, role: Role, kept: readonly Keeper[], stopping: AbortSignal): Keeper {
  const place = kept.length;
  return createKeeper({
    role,
    screen: house.screen,
    stopping,
    spawn: () => spawn(house, role),
    provided: () => variablesOf(kept.slice(0, place)),
    onChange: () => kept.slice(place + 1).forEach((later) => later.renew()),
  });
}

function spawn({ main, argvOf, environment, settings, screen }: Supervised, role: Role): RoleProcess {
  return startRoleProcess({
    main,
    argv: argvOf(role),
    environment: { ...environment, ...settings.asEnvironment() },
    onProgress: (line) => screen.progress(role.name, line),
  });
}

/** What roles provide, as the variables of the settings that it fills. */
function variablesOf(keepers: readonly Keeper[]): Record<string, string> {
  const provided = keepers.flatMap((keeper) => Object.entries(keeper.provides()));
  return Object.fromEntries(provided.map(([name, value]) => [namesOf('', name).variable, value]));
}

async function stopAll(screen: Screen, kept: readonly Keeper[]): Promise<void> {
  for (const keeper of [...kept].reverse()) await keeper.stop();
  screen.stopped();
}

// What holds data needs its time even now.
function hurry(screen: Screen, kept: readonly Keeper[]): void {
  screen.hurrying();
  for (const keeper of kept) if (keeper.role.holdsData !== true) keeper.kill();
}
