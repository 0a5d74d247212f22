/**
 * Programs of a few verbs that start in a moment, since they hold neither database nor server. The whole program has the same
 * verbs; a test holds the two lists together.
 *
 * @type {readonly { system: string, verbs: readonly string[], main: string, folder: string, rehearsal: readonly string[], together: RegExp }[]}
 */
export const LIGHT_PROGRAMS = [
  {
    system: 'audit',
    verbs: ['check', 'explain', 'lsp', 'print', 'rules'],
    main: 'apps/audit/src/light.ts',
    folder: 'apps/audit/dist/program',
    // Much of the analyser runs for it: what has run is compiled.
    together: /\/apps\/audit\/src\/(?:domain|rules|catalogue)\//,
    rehearsal: ['audit', 'check', 'apps/audit/src/online/sample', '--fail-on', 'never'],
  },
];

/**
 * The light program that has the verb of a command line; undefined when only the whole one has it.
 *
 * @param {readonly string[]} argv
 */
export function lightProgramOf([system, verb = '']) {
  const found = LIGHT_PROGRAMS.find((program) => program.system === system && program.verbs.includes(verb));
  return found === undefined
    ? undefined
    : { main: found.main, folder: found.folder, rehearsal: found.rehearsal, together: found.together };
}
