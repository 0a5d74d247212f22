import type { ComponentChildren, VNode } from 'preact';
import type { Link } from './link.ts';

/** A titled part of a page, with at most one thing to do beside the title. */
export function Card(props: { title: string; action?: Link | VNode; children: ComponentChildren }): VNode {
  const { title, action, children } = props;
  return (
    <section class="card">
      <header>
        <h2>{title}</h2>
        {isLink(action) ? <a href={action.href}>{action.label}</a> : action}
      </header>
      {children}
    </section>
  );
}

/** Two cards side by side where there is room; the second is the wider one. */
export function Columns({ children }: { children: ComponentChildren }): VNode {
  return <div class="columns">{children}</div>;
}

function isLink(action: Link | VNode | undefined): action is Link {
  return action !== undefined && 'href' in action;
}
