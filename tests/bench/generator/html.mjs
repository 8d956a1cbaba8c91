// HTML as lines of tags and text that are the same whenever two pages say the same: without classes,
// comments, typographic marks and space that does not show.

const named = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…' },
};

function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[name] ?? all;
  });
}

// Some tools curl quotes and join hyphens, others do not.
function plain(text) {
  return decode(text)
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/–/g, '--')
    .replace(/—/g, '---')
    .replace(/…/g, '...')
    .replace(/[\s\u00a0]+/g, ' ');
}

const inline = new Set(['a', 'b', 'code', 'em', 'i', 'span', 'strong']);
const kept = new Set([
  'id',
  'href',
  'src',
  'content',
  'lang',
  'rel',
  'charset',
  'name',
  'aria-current',
]);
const pieces =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+/gi;
const attribute = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

// The hash in the name of a file says nothing about the page.
const withoutHash = (address) => address.replace(/^(\/assets\/[a-z]+)-[0-9a-f]+\./, '$1.');

function attributes(text, ids) {
  const list = [];
  for (const [, name, double, single, bare] of text.matchAll(attribute))
    if (kept.has(name.toLowerCase()) && (ids || name.toLowerCase() !== 'id'))
      list.push(` ${name.toLowerCase()}="${withoutHash(plain(double ?? single ?? bare))}"`);
  return list.sort().join('');
}

export function linesOf(html, { ids = true } = {}) {
  let out = '';
  for (const [piece, slash, tag, rest] of html.matchAll(pieces)) {
    if (piece.startsWith('<!')) continue;
    if (tag === undefined) {
      out += plain(piece);
      continue;
    }
    const name = tag.toLowerCase();
    const shown = `<${slash}${name}${slash ? '' : attributes(rest, ids)}>`;
    out += inline.has(name) ? shown : `\n${shown}\n`;
  }
  return out
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
