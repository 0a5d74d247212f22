import { Rooms, useLocale, useWords } from '@madang/web';
import type { ComponentChild, VNode } from 'preact';
import type { System } from '../define-system.ts';
import { hostWords } from './host.words.ts';

/** A system and how it is just now. */
export interface OpenRoom {
  readonly system: System;
  readonly glance: ComponentChild;
}

/** The first page of the house: every system that runs here, how it is, and the ways into it. */
export function Courtyard({ rooms }: { rooms: readonly OpenRoom[] }): VNode {
  const t = useWords(hostWords);
  const { lang } = useLocale();
  return (
    <>
      <div>
        <h1>{t('courtyardTitle')}</h1>
        <p class="muted">{t('courtyardLead')}</p>
      </div>
      <Rooms
        rooms={rooms.map(({ system, glance }) => ({
          title: system.title[lang],
          href: `/${system.name}`,
          summary: system.summary[lang],
          glance,
          links: [
            ...system.places
              .filter(({ path }) => path !== '/')
              .map(({ path, title }) => ({ href: `/${system.name}${path}`, label: title[lang] })),
            { href: `/api/${system.name}`, label: 'API' },
          ],
        }))}
      />
    </>
  );
}
