// Texts of people, as others can take them.

/** Without halves of characters, as a cut leaves them: neither an address nor the core can hold them. */
export function wellFormed(text: string): string {
  return text.replace(/([\ud800-\udbff][\udc00-\udfff])|[\ud800-\udfff]/g, '$1');
}

/** As many whole characters as fit into so many bytes of UTF-8. */
export function withinBytes(text: string, most: number): string {
  let bytes = 0;
  let short = '';
  for (const character of wellFormed(text)) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > most) break;
    short += character;
  }
  return short;
}
