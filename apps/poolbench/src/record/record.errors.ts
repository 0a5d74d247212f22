import { defineError, printable } from '@madang/errors';

export const unknownTimeZone = defineError<{ zone: string; near: readonly string[] }>({
  code: 'POOLBENCH_UNKNOWN_TIME_ZONE',
  status: 400,
  retry: 'never',
  message: ({ zone, near }) =>
    `There is no time zone ${printable(zone, 100)}. ${near.length === 0 ? 'Give an IANA name such as Asia/Seoul or UTC.' : `Did you mean ${near.join(' or ')}?`}`,
});

export const recordRefused = defineError<{ type: string; faults: readonly string[] }>({
  code: 'POOLBENCH_RECORD_REFUSED',
  status: 500,
  retry: 'never',
  message: ({ type, faults }) =>
    `The record ${printable(type, 100)} was not written, since it is not of the form of the log: ${printable(faults.join('; '), 1000)}. Mend what makes it, or the schema of the records.`,
});

export const logDiskFull = defineError<{ path: string; reason: string; kept: number }>({
  code: 'POOLBENCH_LOG_DISK_FULL',
  status: 507,
  retry: 'later',
  message: ({ path, reason, kept }) =>
    `There is no room for more of the log ${printable(path, 300)} (${reason}); the ${kept} records written before are kept. Free some space, or keep logs in another folder.`,
});

export const logUnwritable = defineError<{ path: string; reason: string }>({
  code: 'POOLBENCH_LOG_UNWRITABLE',
  status: 500,
  retry: 'never',
  message: ({ path, reason }) =>
    `The log ${printable(path, 300)} cannot be written (${printable(reason, 200)}). Check that its folder exists and may be written, or keep logs in another one.`,
});

export const logClosed = defineError<{ path: string; type: string }>({
  code: 'POOLBENCH_LOG_CLOSED',
  status: 500,
  retry: 'never',
  message: ({ path, type }) =>
    `The record ${type} came after the log ${printable(path, 300)} was closed, and was not written. All before it is there.`,
});

export const logUnreadable = defineError<{ path: string; reason: string }>({
  code: 'POOLBENCH_LOG_UNREADABLE',
  status: 404,
  retry: 'never',
  message: ({ path, reason }) =>
    `The log ${printable(path, 300)} cannot be read (${printable(reason, 200)}). Give the path of a file poolbench-….jsonl.`,
});

export const logCorrupt = defineError<{ path: string; line: number; reason: string }>({
  code: 'POOLBENCH_LOG_CORRUPT',
  status: 422,
  retry: 'never',
  message: ({ path, line, reason }) =>
    `Line ${line} of the log ${printable(path, 300)} is damaged: ${printable(reason, 500)}. Remove the line to read the rest, or copy the log again from its origin.`,
});

export const logTooNew = defineError<{ path: string; line: number; version: unknown }>({
  code: 'POOLBENCH_LOG_TOO_NEW',
  status: 422,
  retry: 'never',
  message: ({ path, line, version }) =>
    `Line ${line} of the log ${printable(path, 300)} is of version ${printable(String(version), 20)}; this program reads version 1. Read it with the poolbench that wrote it, or a newer one.`,
});

export const forerunnerLogUnreadable = defineError<{ file: string; reason: string }>({
  code: 'POOLBENCH_FORERUNNER_LOG_UNREADABLE',
  status: 422,
  retry: 'never',
  message: ({ file, reason }) =>
    `${printable(file, 300)} holds no record of psycopg-test: ${printable(reason, 500)}. Its logs have lines {"now" : …, "start" : …, "end" : …, "time" : …} or now, start, end, time.`,
});
