// What the parts of a session share: the model, the world around it, and what was brought from afar.

import type { Store } from '../keep/store';
import { lookUp, type Lookup } from '../state/movements';
import type { Devices } from './devices';
import { keeping, type Keeping } from './keeping';
import type { Model } from './model';
import { NO_CATALOGUE, type Materials, type Workshop } from './prepare';

export interface World {
  readonly devices: Devices;
  readonly store: Promise<Store>;
  openWorkshop(): Promise<Materials>;
  newId(): string;
  wasCheckedToday(): boolean;
  forgetChecked(): void; // the warning signs are asked about again
}

export interface Shared {
  readonly world: World;
  readonly kept: Keeping;
  model(): Model;
  set(change: Partial<Model>): void;
  onChange(callback: () => void): void;
  /** Null before it was opened for the first time. */
  workshop(): Workshop | null;
  openWorkshop(): Promise<Workshop>;
  lookup(): Lookup; // knows nothing before the workshop is open
}

const LEAST_PLAYED = 5000; // milliseconds; less is no session

export function isSession(played: number): boolean {
  return played >= LEAST_PLAYED;
}

export function newShared(world: World, first: Model): Shared {
  let model = first;
  let workshop: Workshop | null = null;
  let tell: () => void = () => undefined;
  const nothing = lookUp(NO_CATALOGUE);
  return {
    world,
    kept: keeping(world.store),
    model: () => model,
    set(change) {
      model = { ...model, ...change };
      tell();
    },
    onChange: (callback) => (tell = callback),
    workshop: () => workshop,
    async openWorkshop() {
      if (workshop) return workshop;
      const materials = await world.openWorkshop();
      return (workshop ??= { ...materials, lookup: lookUp(materials.catalogue) });
    },
    lookup: () => workshop?.lookup ?? nothing,
  };
}

export function isUnderWay({ screen }: Model): boolean {
  return screen === 'running' || screen === 'hurts';
}
