import { defineError, printable } from '@madang/errors';

export const notFound = defineError<{ path: string }>({
  code: 'HTTP_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ path }) =>
    `There is nothing at ${printable(path, 200)}; / leads to all pages and /api to all answers.`,
});

export const methodNotAllowed = defineError<{ method: string; allowed: string }>({
  code: 'HTTP_METHOD_NOT_ALLOWED',
  status: 405,
  retry: 'never',
  message: ({ method, allowed }) => `${printable(method, 20)} is not possible here; use ${allowed}.`,
});

export const badRequest = defineError<{ reason: string }>({
  code: 'HTTP_BAD_REQUEST',
  status: 400,
  retry: 'never',
  message: ({ reason }) =>
    `The request cannot be understood: ${printable(reason, 300)}. Correct it and send it again.`,
});

/** One thing that is wrong with an input. */
export interface InputIssue {
  readonly in: 'path' | 'query' | 'body';
  /** Name of the parameter or path of the member; empty when it is not about one. */
  readonly name: string;
  /** What is wrong and what would be right, as it can follow the value: `must be a number`. */
  readonly message: string;
  /** The offending value; absent when there is none. */
  readonly value?: string;
}

export const inputInvalid = defineError<{ issues: readonly InputIssue[] }>({
  code: 'HTTP_INPUT_INVALID',
  status: 400,
  retry: 'never',
  message: ({ issues }) => `${issues.map(sentence).join('; ')}. See /api for what this answer takes.`,
});

function sentence({ name, message, value }: InputIssue): string {
  const subject = printable(name, 100);
  if (value === undefined) return `${subject} ${printable(message, 300)}`.trimStart();
  return `${subject} is "${printable(value, 100)}": ${printable(message, 300)}`;
}

export const otherOrigin = defineError<{ origin: string }>({
  code: 'HTTP_OTHER_ORIGIN',
  status: 403,
  retry: 'never',
  message: ({ origin }) =>
    `A page of ${printable(origin, 200)} may read here, but hand in nothing; send the file from a page of this site or from a program.`,
});

export const requestTimeout = defineError({
  code: 'HTTP_REQUEST_TIMEOUT',
  status: 408,
  retry: 'later',
  message: () => 'The request did not arrive in time; send it again, all of it at once.',
});

export const tooLarge = defineError<{ limit: string }>({
  code: 'HTTP_TOO_LARGE',
  status: 413,
  retry: 'never',
  message: ({ limit }) => `The body of the request is larger than ${limit}; send less at a time.`,
});

export const addressTooLong = defineError<{ limit: number }>({
  code: 'HTTP_ADDRESS_TOO_LONG',
  status: 414,
  retry: 'never',
  message: ({ limit }) =>
    `A part of the address is longer than ${limit} characters; nothing here has so long a name.`,
});

export const mediaTypeUnsupported = defineError<{ type: string }>({
  code: 'HTTP_MEDIA_TYPE_UNSUPPORTED',
  status: 415,
  retry: 'never',
  message: ({ type }) => `A body of type ${printable(type, 100)} is not taken here; send application/json.`,
});

export const headersTooLarge = defineError<{ limit: string }>({
  code: 'HTTP_HEADERS_TOO_LARGE',
  status: 431,
  retry: 'never',
  message: ({ limit }) =>
    `Address and headers of the request are larger than ${limit}; shorten the address, or clear the cookies.`,
});

export const internal = defineError<{ requestId: string }>({
  code: 'HTTP_INTERNAL',
  status: 500,
  retry: 'later',
  message: ({ requestId }) =>
    `Something failed on our side; the log has it under request ${requestId}. Try again later.`,
});
