import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineSettings, environment, resolveSettings, setting } from '@madang/config';
import { defineError } from '@madang/errors';
import { createLogger, createRegistry } from '@madang/telemetry';
import type { Role, RoleContext } from '../../src/index.ts';
import { waitForBegin } from '../../src/supervisor/begin.ts';
import { runRole } from '../../src/supervisor/run-role.ts';
import { createScreen } from '../../src/supervisor/screen.ts';
import { supervise } from '../../src/supervisor/supervise.ts';

// A house of three roles that do nothing but say in a journal what happens to them. What goes wrong is told by variables.

const variables = environment();
const { JOURNAL = '', FAILING = '', SLOW = '', CRASHING = '', STUBBORN = '' } = variables;

const houseSettings = defineSettings('', {
  token: setting.text({ default: null as string | null, doc: 'Given by the first role to the others.' }),
});

const failed = defineError<{ what: string }>({
  code: 'HOUSE_ROLE_FAILED',
  status: 500,
  retry: 'later',
  message: ({ what }) => `${what} cannot start; mend it and start again.`,
});

function note(role: string, what: string): void {
  appendFileSync(JOURNAL, `${JSON.stringify({ role, what, pid: process.pid })}\n`);
}

function tinyRole(name: string, provides: () => Readonly<Record<string, string>>): Role {
  return {
    name,
    wanted: () => true,
    holdsData: name === 'alpha',
    stopSeconds: 2,
    async start({ settings, progress }) {
      note(name, `starts with ${settings.of(houseSettings).token ?? 'nothing'}`);
      progress('warming up \u001b[2J');
      if (name === FAILING) throw failed({ what: `\u001b[31m${name}` });
      if (name === STUBBORN) await new Promise<never>(() => setInterval(() => undefined, 1000));
      if (name === CRASHING) setTimeout(() => void Promise.reject(new Error(`${name} has a bug`)), 50);
      return {
        provides: provides(),
        says: `${name} is here`,
        ready: () => Promise.resolve(null),
        async stop() {
          note(name, 'stops');
          if (name === SLOW) await sleep(60_000);
          await sleep(20);
          note(name, 'stopped');
        },
      };
    },
  };
}

const roles = [
  tinyRole('alpha', () => ({ token: `from-${process.pid}` })),
  tinyRole('beta', () => ({})),
  tinyRole('gamma', () => ({})),
].slice(0, Number(variables['ROLES'] ?? 3));

const role = roles.find(({ name }) => name === process.argv[2]);
const given = role === undefined ? {} : await waitForBegin();
const settings = resolveSettings([houseSettings], {
  flags: new Map(),
  environment: { ...variables, ...given },
  file: null,
});
const context: RoleContext = {
  settings,
  log: createLogger({ level: 'warn', format: 'json' }),
  registry: createRegistry(),
  dataFolder: '',
  databaseUrl: () => '',
  channel: '',
  progress: () => undefined,
};

process.exitCode =
  role === undefined
    ? await supervise({
        roles,
        settings,
        main: import.meta.filename,
        argvOf: ({ name }) => [name],
        environment: variables,
        context,
        screen: createScreen({
          columns: () => null,
          write: (text) => process.stderr.write(text),
          print: (text) => process.stdout.write(text),
        }),
      })
    : await runRole({ role, context, supervised: true, operationsPort: 0 });
if (process.connected) process.disconnect();
