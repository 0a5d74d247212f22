import { preferencesOf, type FastifyReply, type FastifyRequest } from '@madang/http';
import { LANGS, type Lang, type Theme } from '@madang/web';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const YEAR_SECONDS = 365 * 24 * 3600;

/** Language and theme of the one who looks. */
export interface Choices {
  readonly lang: Lang;
  readonly theme: Theme;
}

/** From `?lang=` and `?theme=`, else the cookie, else what the browser asks for, else the house's language. */
export function choicesOf(request: FastifyRequest, houseLang: Lang): Choices {
  const asked = askedIn(request);
  const cookies = parseCookies(request.headers.cookie ?? '');
  return {
    lang:
      asked.lang ??
      pick(LANGS, cookies.get('lang')) ??
      spoken(request.headers['accept-language']) ??
      houseLang,
    theme: asked.theme ?? pick(THEMES, cookies.get('theme')) ?? 'auto',
  };
}

/** The same for an answer that is a page: what is asked for in the address is remembered, and caches are told. */
export function readChoices(request: FastifyRequest, reply: FastifyReply, houseLang: Lang): Choices {
  const { lang, theme } = askedIn(request);
  if (lang !== null) remember(reply, 'lang', lang);
  if (theme !== null) remember(reply, 'theme', theme);
  void reply.header('vary', 'cookie, accept-language');
  return choicesOf(request, houseLang);
}

// A request that failed before its address was taken apart has no query.
function askedIn(request: FastifyRequest): { lang: Lang | null; theme: Theme | null } {
  const query = (request.query ?? {}) as Record<string, unknown>;
  return { lang: pick(LANGS, query['lang']), theme: pick(THEMES, query['theme']) };
}

function pick<T extends string>(allowed: readonly T[], value: unknown): T | null {
  return allowed.find((candidate) => candidate === value) ?? null;
}

function remember(reply: FastifyReply, name: string, value: string): void {
  void reply.header(
    'set-cookie',
    `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`,
  );
}

function parseCookies(header: string): Map<string, string> {
  return new Map(header.split(';').map((pair) => pair.trim().split('=', 2) as [string, string]));
}

function spoken(header: string | undefined): Lang | null {
  const langs = preferencesOf(header).map((tag) => pick(LANGS, tag.split('-', 1)[0]));
  return langs.find((lang) => lang !== null) ?? null;
}
