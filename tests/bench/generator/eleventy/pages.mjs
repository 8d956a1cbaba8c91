// The peer's templates, as functions: its fastest template language.
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (character) => escapes[character]);
const link = (url, title) => `<a href="${url}">${escape(title)}</a>`;
const item = (url, title, summary) => `<li>${link(url, title)}<p>${escape(summary)}</p></li>\n`;
const cards = (exercises) =>
  `<ul>\n${exercises.map((page) => item(page.url, page.data.title, page.data.summary)).join('')}</ul>\n`;

function layout({ shared, title, summary, address, section }, content) {
  const current = section === 'exercises' ? ' aria-current="true"' : '';
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} - ${escape(shared.site.title)}</title>
<meta name="description" content="${escape(summary)}">
<link rel="canonical" href="${shared.site.base_url}${address.slice(1)}">
<link rel="stylesheet" href="/assets/theme.css">
</head>
<body>
<header>
<a href="/">${escape(shared.site.title)}</a>
<nav>
<ul>
<li><a href="/exercises/"${current}>Exercises</a></li>
<li><a href="/postures/">Positions</a></li>
<li><a href="/targets/">Body parts</a></li>
<li><a href="/equipment/">Equipment</a></li>
</ul>
</nav>
</header>
<main>
${content}
</main>
<footer>
<p>Stop if it hurts more.</p>
<p>${escape(shared.site.author)}</p>
</footer>
</body>
</html>
`;
}

// What is worked out once for all pages: exercises by id and by term.
const indexes = new WeakMap();

function indexOf(exercises) {
  const known = indexes.get(exercises);
  if (known) return known;
  const index = { byId: new Map(), byTerm: new Map() };
  const add = (term, page) => {
    if (!index.byTerm.has(term)) index.byTerm.set(term, []);
    index.byTerm.get(term).push(page);
  };
  for (const page of exercises) {
    const { posture, targets, equipment = {} } = page.data;
    index.byId.set(page.fileSlug, page);
    add(`postures/${posture}`, page);
    for (const id of Object.keys(targets)) add(`targets/${id}`, page);
    for (const id of new Set([...(equipment.helps ?? []), ...(equipment.needs_one_of ?? [])]))
      add(`equipment/${id}`, page);
  }
  indexes.set(exercises, index);
  return index;
}

export function exercise(data) {
  const { shared, collections, content, title, summary, equipment = {} } = data;
  const words = shared.vocabulary;
  const { byId } = indexOf(collections.exercises);
  const fact = (label, kind, ids, linked) => {
    if (!ids?.length) return '';
    const text = (id) => words[kind][id].label;
    const shown = ids.map((id) => (linked ? link(`/${kind}/${id}/`, text(id)) : escape(text(id))));
    return `<dt>${label}</dt><dd>${shown.map((html) => `<span>${html}</span>`).join('')}</dd>\n`;
  };
  const related = (heading, ids) =>
    `<h2>${heading}</h2>\n<ul>\n${(ids ?? [])
      .map((id) => byId.get(id))
      .map((page) => `<li>${link(page.url, page.data.title)}</li>\n`)
      .join('')}</ul>\n`;
  const html = `<h1>${escape(title)}</h1>
<p>${escape(summary)}</p>
<dl>
${fact('Position', 'postures', [data.posture], true)}\
${fact('Where', 'surfaces', data.surfaces)}\
${fact('You need one of', 'equipment', equipment.needs_one_of, true)}\
${fact('Useful', 'equipment', equipment.helps, true)}\
${fact('Works on', 'targets', Object.keys(data.targets).sort(), true)}\
${fact('Kind', 'phases', [data.phase])}\
<dt>Effort</dt><dd><span>${shared.loads[data.load]}</span></dd>
</dl>
${content}
${related('Easier', data.easier)}${related('Harder', data.harder)}`;
  return layout({ shared, title, summary, address: data.page.url, section: 'exercises' }, html);
}

const heading = ({ title, summary }) => `<h1>${escape(title)}</h1>\n<p>${escape(summary)}</p>\n`;

export function library(data) {
  const { byTerm } = indexOf(data.collections.exercises);
  const groups = Object.entries(data.shared.vocabulary.postures)
    .filter(([id]) => byTerm.has(`postures/${id}`))
    .map(
      ([id, term]) =>
        `<h2>${escape(term.label)}</h2>\n<p>${escape(term.description)}</p>\n${cards(byTerm.get(`postures/${id}`))}`,
    );
  return layout(data, heading(data) + groups.join(''));
}

export function list(data) {
  const items = Object.entries(data.shared.vocabulary[data.folder]).map(([id, term]) =>
    item(`/${data.folder}/${id}/`, term.label, term.description),
  );
  return layout(data, `${heading(data)}<ul>\n${items.join('')}</ul>\n`);
}

export function term(data) {
  const { byTerm } = indexOf(data.collections.exercises);
  const parent = link(`/${data.folder}/`, data.shared.folders[data.folder].title);
  const members = byTerm.get(`${data.folder}/${data.term}`) ?? [];
  return layout(data, `<p>${parent}</p>\n${heading(data)}${cards(members)}`);
}

const dayOf = (page) => page.data.updated.toISOString().slice(0, 10);

export function sitemap({ shared, collections }) {
  const entry = (address, day) =>
    `<url><loc>${shared.site.base_url}${address.slice(1)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>\n`;
  const addresses = ['/exercises/'];
  for (const folder of Object.keys(shared.folders)) {
    addresses.push(`/${folder}/`);
    for (const id of Object.keys(shared.vocabulary[folder])) addresses.push(`/${folder}/${id}/`);
  }
  const dated = collections.exercises.map((page) => entry(page.url, dayOf(page)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => entry(address)).join('')}${dated.join('')}</urlset>
`;
}

export function feed({ shared, collections }) {
  const { title, author, base_url: home } = shared.site;
  const latest = [...collections.exercises]
    .sort((a, b) => b.data.updated - a.data.updated)
    .slice(0, 50);
  const entry = (page) => `<entry>
<title>${escape(page.data.title)}</title>
<link href="${home}${page.url.slice(1)}"/>
<id>${home}${page.url.slice(1)}</id>
<updated>${dayOf(page)}T00:00:00Z</updated>
<summary>${escape(page.data.summary)}</summary>
</entry>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>${escape(title)}</title>
<id>${home}</id>
<link href="${home}"/>
<author><name>${escape(author)}</name></author>
${latest.map(entry).join('')}</feed>
`;
}

// What a planner needs to know of an exercise, besides its address.
const facts =
  'title summary order phase posture surfaces equipment targets direction load sides tempo dose easier harder conditions references'.split(
    ' ',
  );

export const catalogue = ({ collections }) =>
  JSON.stringify({
    exercises: collections.exercises.map(({ fileSlug, url, data }) => ({
      id: fileSlug,
      url,
      ...Object.fromEntries(facts.map((name) => [name, data[name]])),
    })),
  });
