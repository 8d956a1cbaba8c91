// What both charts are made of: a frame of lines with numbers, and a table that says the same.

import type { ComponentChildren, JSX } from 'preact';
import { say } from '../state/words';

// The units of the picture: on a phone they are about its pixels.
export const WIDTH = 360;
export const HEIGHT = 190;
export const LEFT = 24;
export const RIGHT = WIDTH - 6;
export const TOP = 10;
export const BOTTOM = HEIGHT - 24;

/** Where a value stands, `most` being at the top. */
export function heightOf(value: number, most: number): number {
  return BOTTOM - (value / most) * (BOTTOM - TOP);
}

/** The middle of the place of one of `all`. */
export function middleOf(index: number, all: number): number {
  return LEFT + ((index + 0.5) / all) * (RIGHT - LEFT);
}

interface FrameProps {
  readonly label: string;
  readonly marks: readonly number[]; // numbers at the side
  readonly most: number;
  readonly days: readonly (readonly [number, string])[]; // what stands below, and where
  readonly children: ComponentChildren;
}

export function Frame({ label, marks, most, days, children }: FrameProps): JSX.Element {
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {marks.map((mark) => (
        <g key={mark}>
          <line
            class="chart-line"
            x1={LEFT}
            x2={RIGHT}
            y1={heightOf(mark, most)}
            y2={heightOf(mark, most)}
          />
          <text x={LEFT - 6} y={heightOf(mark, most) + 4} text-anchor="end">
            {mark}
          </text>
        </g>
      ))}
      {days.map(([x, text], index) => (
        <text key={x} x={x} y={HEIGHT - 6} text-anchor={anchorOf(index, days.length)}>
          {text}
        </text>
      ))}
      {children}
    </svg>
  );
}

function anchorOf(index: number, all: number): 'start' | 'middle' | 'end' {
  if (all === 1) return 'middle';
  if (index === 0) return 'start';
  return index === all - 1 ? 'end' : 'middle';
}

interface TableProps {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[]; // the first of each names it
}

/** Scrolls sideways by itself, with the keyboard too, and never moves the page. */
export function ChartTable({ name, columns, rows }: TableProps): JSX.Element {
  return (
    <details class="chart-table">
      <summary>{say('table.show')}</summary>
      <div class="chart-scroll" tabIndex={0} role="region" aria-label={say('table.of', name)}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([head, ...cells], index) => (
              <tr key={index}>
                <th scope="row">{head}</th>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The first, the middle and the last of some days, with where they stand. */
export function threeOf<T>(all: readonly T[]): readonly (readonly [number, T])[] {
  const places = [...new Set([0, Math.floor((all.length - 1) / 2), all.length - 1])];
  return places.flatMap((place) => {
    const found = all[place];
    return found === undefined ? [] : [[middleOf(place, all.length), found] as const];
  });
}
