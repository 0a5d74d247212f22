import { defineError } from '@madang/errors';

/** Nobody answers where the proxy is to lead. */
export const unreachable = defineError<{ readonly where: string; readonly reason: string }>({
  code: 'POOLBENCH_VIA_UNREACHABLE',
  status: 503,
  retry: 'later',
  message: ({ where, reason }) =>
    `The delaying proxy cannot reach ${where}: ${reason}. Check that PostgreSQL runs and listens there.`,
});

/** Somebody took the port between our looking and our listening. */
export const portTaken = defineError<{ readonly port: number }>({
  code: 'POOLBENCH_VIA_PORT_TAKEN',
  status: 503,
  retry: 'later',
  message: ({ port }) =>
    `Port ${port} of 127.0.0.1, free a moment ago, was taken by somebody else. Start again.`,
});

export const badDelay = defineError<{ readonly name: string; readonly ms: number; readonly mostMs: number }>({
  code: 'POOLBENCH_VIA_BAD_DELAY',
  status: 400,
  retry: 'never',
  message: ({ name, ms, mostMs }) =>
    `${name} is ${ms} ms; it must be from 0 to ${mostMs} ms. Correct it in the plan.`,
});

/** The thread of a proxy that has ended, by itself or because it was stopped. */
export const proxyEnded = defineError<{ readonly where: string }>({
  code: 'POOLBENCH_VIA_PROXY_ENDED',
  status: 503,
  retry: 'later',
  message: ({ where }) => `The delaying proxy before ${where} has ended. Start another.`,
});
