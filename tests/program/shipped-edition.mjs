// Copies of the edition for tests, in one language and with settings of their own: whoever changes the title, the
// address or the languages in site.yaml breaks no test by it.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SETTINGS = `title: Unclench
tagline: help for a back that has seized up
description: Exercises and routines for a back that has seized up.
language: en-GB
author: The editors
emergency_numbers: ["112", "999"]
base_url: http://localhost:8080/
`;
const OTHER_LANGUAGE = /\.[a-z]+(-[a-z]+)*\.(md|yaml)$|^site\/words\/(?!en-GB\.yaml$)/i;

/** Copies content and site into this folder. @param {string} folder */
export function copyEdition(folder) {
  const filter = (/** @type {string} */ path) => !OTHER_LANGUAGE.test(path);
  for (const part of ['content', 'site'])
    cpSync(part, join(folder, part), { recursive: true, filter });
  writeFileSync(join(folder, 'site/site.yaml'), SETTINGS);
}
