import type { FastifyRequest, Shown } from '@madang/http';
import { ErrorCard } from '@madang/web';
import { drawDocument, type PageAssets } from '@madang/web/host';
import type { System } from '../define-system.ts';
import { choicesOf } from './choices.ts';
import { frameOf, type FrameSettings } from './frame.ts';
import { hostWords } from './host.words.ts';

export interface ErrorPageOptions {
  readonly systems: readonly System[];
  readonly settings: FrameSettings;
  readonly assets: PageAssets;
}

/** Draws a failure as a page, in the language and theme of the one who looks and in the system whose page it is not. */
export function errorPage({ systems, settings, assets }: ErrorPageOptions) {
  return ({ code, message }: Shown, request: FastifyRequest): string => {
    const system = systems.find(({ name }) => request.url.split(/[/?]/)[1] === name) ?? null;
    const frame = frameOf(request, choicesOf(request, settings.lang), system, settings);
    const t = hostWords(frame.lang);
    return drawDocument({
      frame,
      title: t('errorTitle'),
      assets,
      body: (
        <ErrorCard
          title={t('errorTitle')}
          code={code}
          message={message}
          requestId={request.id}
          next={[{ href: '/', label: t('toCourtyard') }]}
        />
      ),
    });
  };
}
