import { z } from 'zod';
import { severities } from '../catalogue/finding.ts';

/** What a client may set: as initialization options, and later as the section `madang` of its configuration. */
export const ClientSettings = z.object({
  /** Of everything that is shown; that of the editor unless given. */
  language: z.enum(['en', 'ko']).optional(),
  /** Engine whose loader is asked; that of the package's own settings unless given. */
  engine: z.enum(['v1', 'goloop', 'either']).optional(),
  /** Findings less severe than this are not shown. */
  leastSeverity: z.enum(severities).default('info'),
  /** Who may call a method and what it writes, above the method. */
  codeLens: z.boolean().default(true),
  /** Address under which the pages of the rules are served, such as `http://127.0.0.1:7000/audit/rules`; else the files are named. */
  rulePages: z.url({ protocol: /^https?$/ }).optional(),
});
export type ClientSettings = z.infer<typeof ClientSettings>;

/** As a client gave them. One that is wrong counts as not given, and is told. */
export function readClientSettings(given: unknown): { settings: ClientSettings; faults: string[] } {
  const fields: [string, unknown][] =
    typeof given === 'object' && given !== null ? Object.entries(given) : [];
  const known = fields.filter(([name, value]) => Object.hasOwn(ClientSettings.shape, name) && value !== null);
  const faults: string[] = [];
  const right = known.filter(([name, value]) => {
    const { success, error } = ClientSettings.safeParse({ [name]: value });
    if (!success) faults.push(`madang.${name}: ${error.issues.map(({ message }) => message).join('; ')}`);
    return success;
  });
  return { settings: ClientSettings.parse(Object.fromEntries(right)), faults };
}
