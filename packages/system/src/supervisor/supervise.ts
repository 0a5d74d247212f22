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
  for (const role of house.roles) {
    const keeper = keeperOf(house, role, kept, stop.signal);
    kept.push(keeper);
    const death = await Promise.race([keeper.start(), asked]);
    if (stop.signal.aborted) break;
    if (death !== null) {
      screen.died(role.name, death);
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
    spawn: () => spawn(house, role, kept.slice(0, place)),
    onChange: () => kept.slice(place + 1).forEach((later) => later.renew()),
  });
}

/** A role's process, with what the roles before it provide as variables. */
function spawn(house: Supervised, role: Role, before: readonly Keeper[]): RoleProcess {
  const provided = before.flatMap((keeper) => Object.entries(keeper.provides()));
  const variables = provided.map(([name, value]) => [namesOf('', name).variable, value] as const);
  return startRoleProcess({
    main: house.main,
    argv: house.argvOf(role),
    environment: {
      ...house.environment,
      ...house.settings.asEnvironment(),
      ...Object.fromEntries(variables),
    },
    onProgress: (line) => house.screen.progress(role.name, line),
  });
}

async function stopAll(screen: Screen, kept: readonly Keeper[]): Promise<void> {
  for (const keeper of [...kept].reverse()) {
    screen.stopping(keeper.role.name);
    await keeper.stop();
  }
  screen.stopped();
}

// What holds data needs its time even now.
function hurry(screen: Screen, kept: readonly Keeper[]): void {
  screen.hurrying();
  for (const keeper of kept) if (keeper.role.holdsData !== true) keeper.kill();
}
