// Makes an edition of any size from a seed. The same seed and size give the same bytes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { mulberry32 } from '../../random.mjs';
import { citations, writeEdition, yamlText } from './edition.mjs';
import { vocabulary } from './vocabulary.mjs';

const manners = 'slow easy steady quiet careful gentle firm light long short'.split(' ');
const parts = 'hip knee shoulder trunk pelvis ankle neck arm leg rib'.split(' ');
const moves = 'lift roll reach hold press tilt turn slide bridge stretch'.split(' ');
const things = 'the floor,your breath,your lower back,the far knee,both feet,your hands'.split(',');
const ways = 'without a jerk,as far as it is easy,while you breathe out,for a moment'.split(',');
const feelings = 'a light pull,warmth,the muscles at work,your weight on the floor'.split(',');
const openings = 'Slowly,First,After a moment,With your chin tucked,If you can,Then'.split(',');

function numbers(seed) {
  const next = mulberry32(seed);
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];
  const some = (list, least, most) => {
    const wanted = Math.min(list.length, least + below(most - least + 1));
    const chosen = new Set();
    while (chosen.size < wanted) chosen.add(pick(list));
    return list.filter((item) => chosen.has(item));
  };
  const shuffled = (list) => {
    for (let i = list.length - 1; i > 0; --i) {
      const other = below(i + 1);
      [list[i], list[other]] = [list[other], list[i]];
    }
    return list;
  };
  return { below, pick, some, shuffled };
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

// Names first, because the pages name each other.
function namesOf(count, random) {
  const width = String(count).length;
  const orders = random.shuffled(Array.from({ length: count }, (_, i) => i + 1));
  return orders.map((order, i) => {
    const words = [random.pick(manners), random.pick(parts), random.pick(moves)];
    const number = String(i + 1).padStart(width, '0');
    const and = random.below(5) === 0 ? ` & ${random.pick(moves)}` : '';
    return {
      order,
      id: `${words.join('-')}-${number}`,
      title: `${capital(words.join(' '))}${and} ${number}`,
    };
  });
}

// The latest pages, which a feed lists, have days of their own.
function dayOf(order) {
  const day = new Date(Date.UTC(2026, 8, 30));
  day.setUTCDate(day.getUTCDate() - Math.min(order, 60 + (order % 3000)));
  return day.toISOString().slice(0, 10);
}

function frontMatter(name, random, others) {
  const ids = (kind) => Object.keys(vocabulary[kind]);
  const list = (items) => `[${items.join(', ')}]`;
  const targets = random.some(ids('targets'), 2, 4).map((id) => `${id}: ${1 + random.below(3)}`);
  const dose = (stage) => {
    const low = 3 + random.below(4);
    return `  ${stage}: { hold: ${5 * (1 + random.below(4))}, repetitions: [${low}, ${low + 2}], sources: ${list(random.some(citations, 1, 2))} }`;
  };
  const verdict = random.pick(['fine', 'care', 'care', 'avoid']);
  const equipment = [];
  if (random.below(3) > 0) equipment.push(['helps', random.some(ids('equipment'), 1, 2)]);
  if (random.below(4) === 0) equipment.push(['needs_one_of', random.some(ids('equipment'), 1, 2)]);
  const lines = [
    `title: ${yamlText(name.title)}`,
    `summary: ${capital(random.pick(manners))} work for the ${random.pick(parts)} and the ${random.pick(parts)}, ${random.pick(ways)}.`,
    `order: ${name.order}`,
    `updated: ${dayOf(name.order)}`,
    `phase: ${random.pick(ids('phases'))}`,
    `posture: ${random.pick(ids('postures'))}`,
    `surfaces: ${list(random.some(ids('surfaces'), 1, 2))}`,
    ...(equipment.length ? ['equipment:'] : []),
    ...equipment.map(([field, items]) => `  ${field}: ${list(items)}`),
    `targets: { ${targets.join(', ')} }`,
    `direction: ${random.pick(['neutral', 'flexion', 'extension', 'rotation'])}`,
    `load: ${random.below(4)}`,
    `sides: ${1 + random.below(2)}`,
    `tempo: ${2 + random.below(5)}`,
    'dose:',
    ...random.some(ids('stages'), 2, 4).map(dose),
    `easier: ${list(others(1 + random.below(2)))}`,
    `harder: ${list(others(1 + random.below(2)))}`,
    'conditions:',
    '  dizziness:',
    `    verdict: ${verdict}`,
    ...(verdict === 'fine' ? [] : [`    note: Get up ${random.pick(ways)}.`]),
    `    sources: ${list(random.some(citations, 0, 1))}`,
    `references: ${list(random.some(citations, 1, 3))}`,
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

function body(random, links) {
  const phrase = () => `${random.pick(moves)} ${random.pick(things)} ${random.pick(ways)}`;
  const sentence = () =>
    random.pick([
      () =>
        `${random.pick(openings)} ${phrase()}, and let *${random.pick(parts)}* and ${random.pick(parts)} settle.`,
      () => `Don't hurry: ${phrase()}, then feel **${random.pick(feelings)}**.`,
      () => `Think of it as a "${random.pick(manners)} ${random.pick(moves)}" and ${phrase()}.`,
      () => `Where it is hard -- or new -- ${phrase()} instead.`,
    ])();
  const paragraph = (least, most) =>
    Array.from({ length: least + random.below(most - least + 1) }, sentence).join(' ');
  const items = (count, mark) =>
    Array.from({ length: count }, (_, i) => `${mark(i)} ${capital(phrase())}.`).join('\n');
  const link = (name) => `[${name.title.toLowerCase()}](/exercises/${name.id}/)`;
  return `
${paragraph(2, 3)}

## What it is for

${paragraph(3, 4)} It goes well with the ${link(links[0])}.

## Steps

${items(6 + random.below(3), (i) => `${i + 1}.`)}

${paragraph(1, 2)}

## What you should feel

- ${capital(random.pick(feelings))} in the **${random.pick(parts)}**.
${items(1 + random.below(2), () => '-')}

Afterwards try the ${link(links[1])}, or go back to the ${link(links[2])}.

## Common mistakes

${items(4 + random.below(2), () => '-')}

## Stop if

It hurts more, or \`numbness\` spreads into a leg. ${paragraph(2, 2)}
`;
}

// Writes the edition and says what it is made of.
export function writeCorpus(folder, count, seed = 1) {
  const random = numbers(seed);
  writeEdition(folder);
  const names = namesOf(count, random);
  const sizes = { least: Infinity, most: 0, total: 0 };
  const lines = { least: Infinity, most: 0 };
  for (const name of names) {
    const others = (wanted) => {
      const chosen = new Set();
      while (chosen.size < wanted) {
        const other = random.pick(names);
        if (other !== name) chosen.add(other.id);
      }
      return [...chosen];
    };
    const front = frontMatter(name, random, others);
    const links = [0, 1, 2].map(() => random.pick(names));
    const text = front + body(random, links);
    writeFileSync(path.join(folder, 'exercises', `${name.id}.md`), text);
    const size = Buffer.byteLength(text);
    sizes.least = Math.min(sizes.least, size);
    sizes.most = Math.max(sizes.most, size);
    sizes.total += size;
    const height = front.split('\n').length - 1;
    lines.least = Math.min(lines.least, height);
    lines.most = Math.max(lines.most, height);
  }
  return { folder, count, seed, names, sizes, lines };
}
