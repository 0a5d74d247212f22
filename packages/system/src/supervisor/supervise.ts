import { EXIT } from '@madang/errors';
import { namesOf, type ResolvedSettings } from '@madang/config';
import type { Role, RoleContext } from '../roles/role.ts';
import { startRoleProcess, type Death, type RoleProcess } from './child.ts';
import type { Screen } from './screen.ts';

export interface Supervised {
  /** In the order in which they start; they stop in the opposite one. */
  readonly roles: readonly Role[];
  readonly settings: ResolvedSettings;
  /** The program and first words with which a role is started: `serve --role NAME` is added. */
  readonly main: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly context: RoleContext;
  readonly screen: Screen;
}

interface Kept {
  readonly role: Role;
  process: RoleProcess;
  provides: Readonly<Record<string, string>>;
}

const FIRST_BACK_OFF_MS = 500;
const LONGEST_BACK_OFF_MS = 30_000;
/** A role that lived this long was well: its next restart waits the first back-off again. */
const WELL_AFTER_MS = 60_000;
/** Web and index end within seconds; PostgreSQL may have a checkpoint to write. */
const STOP_DEADLINE_MS: Readonly<Record<string, number>> = { database: 60_000 };
const STOP_DEADLINE_OTHERS_MS = 15_000;

/**
 * Starts every role as a process, starts a dead one again with back-off and says why it died, and stops all in order when
 * told to. Returns the exit code: 0 after a stop, the role's own when one could not be started in the first place.
 */
export async function supervise(house: Supervised): Promise<number> {
  const { screen, context } = house;
  for (const role of house.roles) await role.preflight?.(context);
  const kept: Kept[] = [];
  const stop = stopRequest(screen, kept);
  screen.open();
  for (const role of house.roles) {
    const started = await Promise.race([
      startFirst(house, role, kept),
      stop.asked.then(() => 'stop' as const),
    ]);
    if (started === 'stop') break;
    if (started !== null) {
      screen.died(role.name, started);
      await stopAll(kept, screen);
      return EXIT.finding;
    }
  }
  if (!stop.isAsked()) {
    screen.running();
    for (const one of kept) void keepAlive(house, one, kept, stop.isAsked);
  }
  await stop.asked;
  await stopAll(kept, screen);
  return EXIT.ok;
}

/** Starts a role for the first time; returns its death when it did not get ready. */
async function startFirst(house: Supervised, role: Role, kept: Kept[]): Promise<Death | null> {
  const one: Kept = { role, process: spawn(house, role, kept), provides: {} };
  kept.push(one);
  return (await becomeReady(house, one)) ? null : one.process.died;
}

async function becomeReady({ screen }: Supervised, one: Kept): Promise<boolean> {
  const ready = await one.process.ready;
  if (ready === null) return false;
  one.provides = ready.provides;
  screen.ready(one.role.name, ready);
  return true;
}

function spawn(house: Supervised, role: Role, kept: readonly Kept[]): RoleProcess {
  const provided = Object.assign({}, ...kept.map(({ provides }) => provides)) as Record<string, string>;
  const variables = Object.entries(provided).map(
    ([name, value]) => [namesOf('', name).variable, value] as const,
  );
  return startRoleProcess({
    main: house.main,
    argv: [...house.words, 'serve', '--role', role.name],
    environment: {
      ...house.environment,
      ...house.settings.asEnvironment(),
      ...Object.fromEntries(variables),
    },
    onProgress: (line) => house.screen.progress(role.name, line),
  });
}

/** Waits for deaths and starts the role again, for as long as no stop is asked for. */
async function keepAlive(
  house: Supervised,
  one: Kept,
  kept: readonly Kept[],
  stopping: () => boolean,
): Promise<void> {
  let backOff = FIRST_BACK_OFF_MS;
  let born = Date.now();
  for (;;) {
    const death = await one.process.died;
    if (stopping()) return;
    if (Date.now() - born > WELL_AFTER_MS) backOff = FIRST_BACK_OFF_MS;
    house.screen.died(one.role.name, death, backOff);
    await new Promise((resolve) => setTimeout(resolve, backOff));
    if (stopping()) return;
    backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_MS);
    born = Date.now();
    const before = JSON.stringify(one.provides);
    one.process = spawn(
      house,
      one.role,
      kept.filter((other) => other !== one),
    );
    if ((await becomeReady(house, one)) && JSON.stringify(one.provides) !== before) restartUsers(one, kept);
  }
}

// What they were given at their start no longer holds: they end, and their own keepers start them with what holds now.
function restartUsers(changed: Kept, kept: readonly Kept[]): void {
  for (const user of kept.slice(kept.indexOf(changed) + 1)) user.process.kill();
}

async function stopAll(kept: readonly Kept[], screen: Screen): Promise<void> {
  for (const { role, process } of [...kept].reverse()) {
    screen.stopping(role.name);
    await process.stop(STOP_DEADLINE_MS[role.name] ?? STOP_DEADLINE_OTHERS_MS);
  }
  screen.stopped();
}

interface StopRequest {
  readonly asked: Promise<void>;
  isAsked(): boolean;
}

/** The first signal asks for an orderly stop; a second one ends all but the database at once, which needs its time. */
function stopRequest(screen: Screen, kept: readonly Kept[]): StopRequest {
  let count = 0;
  const asked = new Promise<void>((resolve) => {
    const onSignal = (): void => {
      count += 1;
      if (count === 2) hurry(screen, kept);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
    if (process.send !== undefined) process.on('disconnect', onSignal);
  });
  return { asked, isAsked: () => count > 0 };
}

function hurry(screen: Screen, kept: readonly Kept[]): void {
  screen.hurrying();
  for (const { role, process } of kept) if (role.name !== 'database') process.kill();
}
