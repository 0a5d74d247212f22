import { refuseOtherMethods, type HttpServer } from '@madang/http';
import type { Lang } from '@madang/web';
import { drawDocument, type PageAssets } from '@madang/web/host';
import type { VNode } from 'preact';
import type { AnswerContext } from '../answer/answer.ts';
import { apiPrefix, type System } from '../define-system.ts';
import { openApiOf } from '../openapi/openapi.ts';
import { ApiPage } from './api-page.tsx';
import { readChoices } from './choices.ts';
import { Courtyard, type OpenRoom } from './courtyard.tsx';
import { frameOf, type FrameSettings } from './frame.ts';
import { hostWords } from './host.words.ts';
import { sendPage } from './mount-page.ts';

export interface House {
  readonly systems: readonly System[];
  readonly frame: FrameSettings;
  readonly assets: PageAssets;
  readonly context: AnswerContext;
}

/** The pages of the house itself: the courtyard at `/`, the API pages at `/api`, and each system's OpenAPI document. */
export function mountHouse(server: HttpServer, house: House): void {
  const { systems } = house;
  housePage(
    server,
    house,
    '/',
    (lang) => hostWords(lang)('courtyardTitle'),
    () => courtyard(house),
  );
  housePage(
    server,
    house,
    '/api',
    (lang) => hostWords(lang)('apiTitle'),
    () => <ApiPage systems={systems} />,
  );
  for (const system of systems) {
    const title = (lang: Lang): string => `${system.title[lang]} API`;
    housePage(server, house, `/api/${system.name}`, title, () => <ApiPage systems={[system]} />);
    const document = JSON.stringify(openApiOf(system));
    const url = `${apiPrefix(system.name)}/openapi.json`;
    server.get(url, (_request, reply) =>
      reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(document),
    );
    refuseOtherMethods(server, url);
  }
}

async function courtyard({ systems, context }: House): Promise<VNode> {
  return <Courtyard rooms={await Promise.all(systems.map((system) => openRoom(system, context)))} />;
}

// One system that is not well does not close the house.
async function openRoom(system: System, context: AnswerContext): Promise<OpenRoom> {
  try {
    return { system, glance: await system.banner?.(context) };
  } catch (error) {
    context.log.error({ err: error, system: system.name }, 'no banner for the courtyard');
    return { system, glance: null };
  }
}

function housePage(
  server: HttpServer,
  house: House,
  url: string,
  title: (lang: Lang) => string,
  draw: () => VNode | Promise<VNode>,
): void {
  server.get(url, async (request, reply) => {
    const choices = readChoices(request, reply, house.frame.lang);
    const frame = frameOf(request, choices, null, house.frame);
    void reply.header('cache-control', 'no-cache');
    const page = { frame, title: title(choices.lang), assets: house.assets, body: await draw() };
    return sendPage(reply, drawDocument(page));
  });
  refuseOtherMethods(server, url);
}
