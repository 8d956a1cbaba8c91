// What the generator tells the worker about the site it was built with.

export interface Site {
  readonly version: string; // changes when any file of the site changes
  readonly urls: readonly string[]; // relative to the scope; '' is the home page
  readonly networkFirst: boolean; // for the development server
}
