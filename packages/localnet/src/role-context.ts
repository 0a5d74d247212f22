import type { ResolvedSettings } from '@madang/config';
import type { Logger } from '@madang/telemetry';

/** What the role needs of the one who starts it. */
export interface LocalnetContext {
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  readonly dataFolder: string;
  progress(line: string): void;
}
