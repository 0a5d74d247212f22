export interface LightProgram {
  readonly system: string;
  readonly verbs: readonly string[];
  readonly main: string;
  readonly folder: string;
  readonly rehearsal: readonly string[];
  readonly together: RegExp;
}

export const LIGHT_PROGRAMS: readonly LightProgram[];

export function lightProgramOf(
  argv: readonly string[],
): Pick<LightProgram, 'main' | 'folder' | 'rehearsal' | 'together'> | undefined;
