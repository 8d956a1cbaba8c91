// The peer's configuration. It is run inside a folder that holds content/ and shared.json.
import { readFileSync } from 'node:fs';
import * as pages from './pages.mjs';

export default function configure(config) {
  const shared = JSON.parse(readFileSync('shared.json', 'utf8'));
  config.addGlobalData('shared', shared);
  config.addGlobalData('layout', 'exercise.11ty.js');
  config.ignores.add('content/conditions/**');
  config.addPassthroughCopy({ 'static/assets': 'assets' });
  config.addCollection('exercises', (collections) =>
    collections
      .getFilteredByGlob('content/exercises/*.md')
      .sort((a, b) => a.data.order - b.data.order),
  );

  config.amendLibrary('md', (markdown) => {
    markdown.renderer.rules.heading_open = (tokens, index, options, env, renderer) => {
      const words = tokens[index + 1].content.toLowerCase().match(/[a-z0-9]+/g);
      tokens[index].attrSet('id', words.join('-'));
      return renderer.renderToken(tokens, index, options);
    };
  });
  config.addTemplate('_includes/exercise.11ty.js', pages.exercise);
  const page = (address, data, render) =>
    config.addTemplate(`${address.slice(1)}index.11ty.js`, render, {
      layout: false,
      eleventyExcludeFromCollections: true,
      permalink: `${address}index.html`,
      address,
      ...data,
    });
  page('/exercises/', { ...shared.library, section: 'exercises' }, pages.library);
  for (const [folder, { title, summary }] of Object.entries(shared.folders)) {
    page(`/${folder}/`, { title, summary, folder }, pages.list);
    for (const [id, term] of Object.entries(shared.vocabulary[folder]))
      page(
        `/${folder}/${id}/`,
        { title: term.label, summary: term.description, folder, term: id },
        pages.term,
      );
  }
  page('/sitemap/', { permalink: '/sitemap.xml' }, pages.sitemap);
  page('/feed/', { permalink: '/feed.xml' }, pages.feed);
  page('/catalogue/', { permalink: '/catalogue.json' }, pages.catalogue);

  return {
    dir: { input: 'content' },
    templateFormats: ['md', '11ty.js'],
    markdownTemplateEngine: false,
  };
}
