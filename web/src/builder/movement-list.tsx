// The routine as an ordered list, which moves gently to its next order.

import { Component, type JSX } from 'preact';
import { dragging } from './drag';
import { MovementCard } from './movement-card';
import type { View } from './view';

const MILLISECONDS = 220;

type Tops = ReadonlyMap<string, number>; // pixels below the top of the list, by key

export class MovementList extends Component<{ readonly view: View }> {
  private list: HTMLOListElement | null = null;

  override componentDidMount(): void {
    if (this.list) dragging(this.list, (from, to) => this.props.view.actions.move(from, to));
  }

  override getSnapshotBeforeUpdate(before: { readonly view: View }): Tops | null {
    return before.view.shown === this.props.view.shown ? null : this.tops();
  }

  override componentDidUpdate(_: unknown, __: unknown, before: Tops | null): void {
    if (before && before.size > 0) this.glide(before);
  }

  override render({ view }: { readonly view: View }): JSX.Element {
    const { movements } = view.shown;
    return (
      <ol
        class="movements"
        id="routine-movements"
        data-list="movements"
        hidden={movements.length === 0}
        ref={(list: HTMLOListElement | null) => {
          this.list = list;
        }}
      >
        {movements.map((movement, place) => (
          <MovementCard key={movement.key} movement={movement} place={place} view={view} />
        ))}
      </ol>
    );
  }

  private rows(): HTMLElement[] {
    return [...(this.list?.children ?? [])] as HTMLElement[];
  }

  private tops(): Tops {
    const list = this.list?.getBoundingClientRect().top ?? 0;
    return new Map(
      this.rows().map((row) => [row.dataset.key ?? '', row.getBoundingClientRect().top - list]),
    );
  }

  private glide(before: Tops): void {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still || typeof Element.prototype.animate !== 'function') return;
    const after = this.tops();
    for (const row of this.rows()) {
      const key = row.dataset.key ?? '';
      const from = before.get(key);
      const to = after.get(key) ?? 0;
      const frames: Keyframe[] =
        from === undefined
          ? [{ opacity: 0 }, { opacity: 1 }]
          : [{ transform: `translateY(${from - to}px)` }, { transform: 'none' }];
      if (from !== to) row.animate(frames, { duration: MILLISECONDS, easing: 'ease-out' });
    }
  }
}
