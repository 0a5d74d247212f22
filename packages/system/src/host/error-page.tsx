import type { FastifyRequest, Shown } from '@madang/http';
import { ErrorCard, type Frame } from '@madang/web';
import { drawDocument, type PageAssets } from '@madang/web/host';
import { frameOf, type FrameSettings } from './frame.ts';
import { languageOf } from './choices.ts';
import { hostWords } from './host.words.ts';

/** Draws an error as a page, in the language and theme of the one who looks. */
export function errorPage(settings: FrameSettings, assets: PageAssets) {
  return (error: Shown, request: FastifyRequest): string => {
    const frame: Frame = frameOf(request, languageOf(request, settings.lang), null, settings);
    const t = hostWords(frame.lang);
    return drawDocument({
      frame,
      title: t('errorTitle'),
      assets,
      body: (
        <ErrorCard
          title={t('errorTitle')}
          code={error.code}
          message={error.message}
          requestId={request.id}
          next={[{ href: '/', label: t('toCourtyard') }]}
        />
      ),
    });
  };
}
