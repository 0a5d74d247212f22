import { CodedError, printable } from '@madang/errors';
import {
  addressTooLong,
  badRequest,
  headersTooLarge,
  internal,
  mediaTypeUnsupported,
  notFound,
  requestTimeout,
  tooLarge,
} from './errors.ts';
import { HEAD_LIMIT, LIMITS, sizeText } from './limits.ts';

/** The body of every failed answer. */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details: Readonly<Record<string, unknown>>;
  };
  readonly requestId: string;
}

/** What the one who asked may know of a failure. */
export interface Shown {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Whether the same request may succeed later. */
  readonly later: boolean;
}

/**
 * A failure as it may be shown. One of the asker's own (a status below 500) is told in full; of one on our side the code
 * alone, since message and details name hosts, files and statements: those are for the log.
 */
export function toShown(error: unknown, asked: Asked): Shown {
  const known = error instanceof CodedError ? error : ofFramework(error, asked);
  const { status, code, message, details, retry } = known;
  const later = retry === 'later';
  if (status < 500) return { status, code, message, details, later };
  return { status, code, message: internal({ requestId: asked.id }).message, details: {}, later };
}

/** What a failure's words need of the request. */
export interface Asked {
  readonly id: string;
  readonly url?: string | undefined;
  /** Of its body. */
  readonly contentType?: string | undefined;
  /** Bytes that a body may have there. */
  readonly bodyLimit?: number | undefined;
}

export function errorBody({ code, message, details }: Shown, requestId: string): ErrorBody {
  return { error: { code, message, details }, requestId };
}

interface FrameworkError {
  readonly code?: string;
  readonly statusCode?: number;
  readonly message: string;
}

// Of Fastify and of Node's parser of HTTP; the latter's are of the class HPE_.
function ofFramework(error: unknown, asked: Asked): CodedError {
  const { id, url = '', contentType = 'unknown', bodyLimit = LIMITS.body } = asked;
  const { code = '', statusCode = 500, message } = error as FrameworkError;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return tooLarge({ limit: sizeText(bodyLimit) }, error);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return mediaTypeUnsupported({ type: contentType }, error);
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return addressTooLong({ limit: LIMITS.parameter }, error);
    case 'HPE_HEADER_OVERFLOW':
      return headersTooLarge({ limit: HEAD_LIMIT }, error);
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return requestTimeout({}, error);
    default: {
      // What may not be served is not there.
      if (statusCode === 403 || statusCode === 404) return notFound({ path: url }, error);
      const isAskers = code.startsWith('HPE_') || (statusCode >= 400 && statusCode < 500);
      return isAskers
        ? badRequest({ reason: printable(message, 200) }, error)
        : internal({ requestId: id }, error);
    }
  }
}
