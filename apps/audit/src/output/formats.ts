import type { Format } from './format.ts';

/** By the name that `--format` takes. Each is loaded when it is asked for: a terminal needs no HTML. */
const formats = {
  terminal: async () => (await import('./terminal.ts')).terminalReport,
  json: async () => (await import('./json.ts')).jsonReport,
  sarif: async () => (await import('./sarif/sarif.ts')).sarifReport,
  markdown: async () => (await import('./markdown.ts')).markdownReport,
  html: async () => (await import('./html/html-report.tsx')).htmlReport,
  gitlab: async () => (await import('./gitlab.ts')).gitlabReport,
  junit: async () => (await import('./junit.ts')).junitReport,
} as const satisfies Readonly<Record<string, () => Promise<Format>>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

export const loadFormat = (name: FormatName): Promise<Format> => formats[name]();
