// Reads and changes site/words/LANGUAGE.yaml. Only the YAML that stands there: mappings in block
// style, with one text a line.

const LINE = /^(\s*)("[^"]+"|[\w-]+):(?: (.*))?$/;

function unquoted(value) {
  if (value.startsWith('"')) return JSON.parse(value);
  return value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'") : value;
}

function* entries(yaml) {
  const path = [];
  for (const [number, line] of yaml.split('\n').entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const parts = LINE.exec(line);
    if (!parts) throw new Error(`this line of the words is not understood: ${line}`);
    const [, indent, key, value] = parts;
    path.length = indent.length / 2;
    path.push(unquoted(key));
    if (value !== undefined) yield { key: path.join('.'), text: unquoted(value), line, number };
  }
}

/** The texts by their keys: `home.lead`. */
export function readWords(yaml) {
  return Object.fromEntries([...entries(yaml)].map(({ key, text }) => [key, text]));
}

/** The texts for the script of a page, as the page holds them. */
export function scriptWords(yaml, page = 'builder') {
  const prefixes = ['app.', `${page}.script.`];
  return Object.fromEntries(
    Object.entries(readWords(yaml)).flatMap(([key, text]) => {
      const prefix = prefixes.find((one) => key.startsWith(one));
      return prefix ? [[key.slice(prefix.length), text]] : [];
    }),
  );
}

/** The file with each text changed; `change` takes a text and its key, and null drops the text. */
export function withChangedWords(yaml, change) {
  const lines = yaml.split('\n');
  for (const { key, text, line, number } of entries(yaml)) {
    const next = change(text, key);
    const [, indent, name] = LINE.exec(line) ?? [];
    lines[number] = next === null ? '# left out' : `${indent}${name}: ${JSON.stringify(next)}`;
  }
  return lines.join('\n');
}
