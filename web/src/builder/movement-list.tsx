// The routine as an ordered list, whose rows can be dragged.

import { Component, type JSX } from 'preact';
import { dragging } from './drag';
import { MovementCard } from './movement-card';
import type { View } from './view';

export class MovementList extends Component<{ readonly view: View }> {
  private list: HTMLOListElement | null = null;

  override componentDidMount(): void {
    if (this.list) dragging(this.list, (from, to) => this.props.view.actions.move(from, to));
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
}
