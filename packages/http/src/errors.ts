import { CodedError, defineError, printable } from '@madang/errors';

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
  message: ({ reason }) => `The request cannot be read: ${printable(reason, 300)}.`,
});

export const inputInvalid = defineError<{
  in: 'path' | 'query' | 'body';
  issues: readonly { path: string; message: string }[];
}>({
  code: 'HTTP_INPUT_INVALID',
  status: 400,
  retry: 'never',
  message: (details) =>
    `The ${details.in} is not as described under /api: ${details.issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')}.`,
});

export const tooLarge = defineError<{ limit: string }>({
  code: 'HTTP_TOO_LARGE',
  status: 413,
  retry: 'never',
  message: ({ limit }) => `The request is larger than ${limit}; send less at a time.`,
});

export const mediaTypeUnsupported = defineError<{ type: string }>({
  code: 'HTTP_MEDIA_TYPE_UNSUPPORTED',
  status: 415,
  retry: 'never',
  message: ({ type }) => `A body of type ${printable(type, 100)} is not taken here; send application/json.`,
});

export const internal = defineError<{ requestId: string }>({
  code: 'HTTP_INTERNAL',
  status: 500,
  retry: 'later',
  message: ({ requestId }) =>
    `Something failed on our side; the log has it under request ${requestId}. Try again later.`,
});

interface FrameworkError {
  readonly code?: string;
  readonly statusCode?: number;
  readonly message: string;
}

/** Any thrown value as an error that may be shown: our own as they are, the framework's translated, the rest hidden. */
export function toShown(error: unknown, requestId: string): CodedError {
  if (error instanceof CodedError) return error;
  const { code = '', statusCode = 500, message } = error as FrameworkError;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge({ limit: '1 MiB' }, error);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return mediaTypeUnsupported(
      { type: message.replace(/^Unsupported Media Type:? ?/i, '') || 'unknown' },
      error,
    );
  if (statusCode >= 400 && statusCode < 500) return badRequest({ reason: message }, error);
  return internal({ requestId }, error);
}

/** The body of every failed answer. */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details: Readonly<Record<string, unknown>>;
  };
  readonly requestId: string;
}

export function errorBody(error: CodedError, requestId: string): ErrorBody {
  return { error: { code: error.code, message: error.message, details: error.details }, requestId };
}
