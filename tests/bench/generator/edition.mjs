// What an edition has besides its exercises: words, numbers, references and one condition.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { vocabulary } from './vocabulary.mjs';

// Text that needs no quotes in YAML is written without them, as authors do.
export const yamlText = (text) => (/^[A-Za-z][^:#"\\]*$/.test(text) ? text : JSON.stringify(text));

const mapping = (object) =>
  `{ ${Object.entries(object)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;

function vocabularyYaml() {
  let text = '';
  for (const [kind, terms] of Object.entries(vocabulary)) {
    text += `${kind}:\n`;
    for (const [id, term] of Object.entries(terms)) {
      text += `  ${id}:\n`;
      for (const [field, value] of Object.entries(term))
        text += `    ${field}: ${value === true ? 'true' : yamlText(value)}\n`;
    }
  }
  return text;
}

const progressRules = [
  'leg-symptoms',
  'high-pain',
  'not-settled',
  'morning-unknown',
  'hurt',
  'other-stage',
  'pause',
  'up',
  'ease-off',
  'leave-out',
  'note-morning',
];

function plannerYaml() {
  const everything = (terms, points) =>
    mapping(Object.fromEntries(Object.keys(terms).map((id) => [id, points])));
  const stages = Object.keys(vocabulary.stages).map(
    (id) => `  ${id}:
    get_ready: 10
    maximum_load: 3
    comfortable_load: 2
    effort: 40
    position_changes: 2
    strain_percent: 100
    need: ${everything(vocabulary.targets, 4)}
    fit: ${everything(vocabulary.phases, 50)}
`,
  );
  const postures = Object.keys(vocabulary.postures);
  const changes = postures.flatMap((from, i) =>
    postures
      .slice(i + 1)
      .map((to) => `  - { from: ${from}, to: ${to}, seconds: 20, strain: 50 }\n`),
  );
  return `switch_sides: 5
dose_units: [4, 6, 7, 8]
coverage:
  - { units: 24, worth: 8 }
  - { units: 24, worth: 5 }
node_limit: 1000
stages:
${stages.join('')}position_changes:
${changes.join('')}progress:
  go_limit: 3
  caution_limit: 5
  level_days: 7
  level_sessions: 3
  flare_days: 2
  pause_days: 14
  recent_days: 3
  stages: [${Object.keys(vocabulary.stages).join(', ')}]
  sources:
${progressRules.map((rule) => `    ${rule}: []\n`).join('')}`;
}

export const citations = ['BOOK', 'CLINIC', 'GUIDE', 'REVIEW', 'SCHOOL', 'TRIAL'];

const referencesYaml = () =>
  citations
    .map(
      (key, i) => `${key}:
  title: Reference ${i + 1} on backs
  grade: ${'ABCD'[i % 4]}
  url: "https://example.org/${key.toLowerCase()}"
`,
    )
    .join('');

const condition = `---
title: Dizziness
label: Dizziness
order: 1
summary: Get up slowly, and leave out bends.
sources: [GUIDE]
---

## What it means

The room seems to turn.

## What usually eases it

Sit for a moment before you stand.

## What we change

We leave out bends.

## When to ask first

Ask when it is new.
`;

export function writeEdition(folder) {
  for (const part of ['exercises', 'conditions'])
    mkdirSync(path.join(folder, part), { recursive: true });
  writeFileSync(path.join(folder, 'vocabulary.yaml'), vocabularyYaml());
  writeFileSync(path.join(folder, 'planner.yaml'), plannerYaml());
  writeFileSync(path.join(folder, 'references.yaml'), referencesYaml());
  writeFileSync(path.join(folder, 'conditions', 'dizziness.md'), condition);
}
