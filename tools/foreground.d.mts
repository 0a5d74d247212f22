/** What foreground.mjs gives to TypeScript; see there. */
export function runForeground(args: string[]): Promise<never>;

/** Arguments of Node that run a program, built or from source. */
export function toRun(program: string, args: string[]): string[];

/** Arguments of Node that run a TypeScript program from source. */
export function fromSource(main: string, args: string[]): string[];
