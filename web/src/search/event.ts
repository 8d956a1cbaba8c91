// What site.ts tells the search once it is loaded: that it is wanted, and where its page is.

export const SEARCH_EVENT = 'unclench-search';

declare global {
  interface WindowEventMap {
    [SEARCH_EVENT]: CustomEvent<string>;
  }
}
