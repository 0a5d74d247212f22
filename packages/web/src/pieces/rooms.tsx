import type { ComponentChildren, VNode } from 'preact';
import type { Link } from './link.ts';

export interface Room {
  readonly title: string;
  readonly href: string;
  readonly summary: string;
  /** How it is just now. */
  readonly glance?: ComponentChildren;
  /** Other ways in. */
  readonly links: readonly Link[];
}

/** The rooms around the courtyard: each one leads somewhere and says how it is. */
export function Rooms({ rooms }: { rooms: readonly Room[] }): VNode {
  return (
    <ul class="rooms">
      {rooms.map(({ title, href, summary, glance, links }) => (
        <li key={href} class="room">
          <h2>
            <a href={href}>{title}</a>
          </h2>
          <p>{summary}</p>
          {glance}
          <p class="room-links">
            {links.map((link) => (
              <a key={link.href} href={link.href}>
                {link.label}
              </a>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
