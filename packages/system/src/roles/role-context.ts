import { resolve } from 'node:path';
import type { ResolvedSettings } from '@madang/config';
import { createRegistry, type Logger } from '@madang/telemetry';
import { CHANNEL } from '../host/event-bus.ts';
import { databaseUrlOf } from './database-url.ts';
import { houseSettings } from './house-settings.ts';
import type { RoleContext } from './role.ts';

/** What the house gives each role. Its metrics are labelled with the role's name. */
export function createRoleContext(name: string, settings: ResolvedSettings, log: Logger): RoleContext {
  return {
    settings,
    log,
    registry: createRegistry({ role: name }),
    dataFolder: resolve(settings.of(houseSettings).data),
    databaseUrl: () => databaseUrlOf(settings),
    channel: CHANNEL,
    progress: () => undefined,
  };
}
