// Keeping a routine and handing it on.

import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { BuilderPage } from './page-models/builder-page';

const SUMMARY = /\d+ movements?, (no|\d+) changes? of position$/;

test('keeps a routine on the device and opens it again, offline too', async ({
  builder,
  context,
  page,
}) => {
  await builder.open('#stage=stiff&minutes=8');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await builder.leaveOut((await builder.titles())[1] ?? '');
  await builder.button('Keep, send or print').click();
  await page.getByLabel('A name for this routine').fill('Mornings');
  await builder.button('Save on this device').click();
  await expect(builder.routine).toContainText('Saved on this device.');
  await expect(builder.button('Saved').first()).toBeVisible();
  await expect(page).toHaveURL(/#plan=[0-9a-f-]{36}&/);
  const titles = await builder.titles();
  const id = /plan=([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';

  await context.setOffline(true);
  await page.goto('about:blank');
  await builder.open(`#plan=${id}`);
  await expect.poll(() => builder.titles()).toEqual(titles);
  await expect(page.getByRole('heading', { name: 'Mornings' })).toBeVisible();
  await expect(builder.minutes).toHaveValue('8');
  const start = builder.routine.getByRole('link', { name: 'Start this session', exact: true });
  await expect(start).toHaveAttribute(
    'href',
    new RegExp(`/session/#plan=${id}&revision=1&whole=1&stage=stiff`),
  );

  await builder.setMinutes(9);
  await expect(start).toHaveAttribute('href', /\/session\/#whole=1&stage=stiff&minutes=9/);
  await builder.button('Keep, send or print').click();
  await expect(builder.button('Save the changes')).toBeVisible();
});

test('hands a whole routine on in a link, with its notes, and keeps nothing of it', async ({
  builder,
  page,
}) => {
  await builder.open('#stage=sore&minutes=10');
  await builder.press('Bridge', 'Dose and note');
  await builder
    .movement('Bridge')
    .getByLabel(/^A note/)
    .fill('Press your <b>heels</b> down.');
  await builder.button('Keep, send or print').click();
  await page.getByLabel('A name for this routine').fill('For Anna & Ben');
  await page.getByLabel('A note for whoever gets it').fill('Twice a day.\nCall me on Friday.');
  await expect(page.getByRole('img', { name: 'The link as a code to scan' })).toBeVisible();
  const link = await page.getByLabel('The link', { exact: true }).inputValue();
  const titles = await builder.titles();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.goto('about:blank');
  await page.goto(link);
  await expect.poll(() => builder.titles()).toEqual(titles);
  const about = page.getByRole('region', { name: 'About this routine' });
  await expect(about.getByRole('heading')).toHaveText('For Anna & Ben');
  await expect(about).toContainText('Twice a day.\nCall me on Friday.', { useInnerText: true });
  await expect(about).toContainText('Nothing of it is kept on your device until you save it.');
  await expect(builder.movement('Bridge')).toContainText('Press your <b>heels</b> down.');
  const kept = await page.evaluate(async () => (await indexedDB.databases()).length);
  expect(kept).toBeLessThanOrEqual(1);
});

for (const reloads of [false, true])
  test(`saves beside what another window saved meanwhile${reloads ? ', after a reload too' : ''}`, async ({
    builder,
    context,
    page,
  }) => {
    await builder.open('#stage=stiff&minutes=8&name=Mornings');
    const save = async (window: BuilderPage, button: string): Promise<void> => {
      await window.button('Keep, send or print').click();
      await window.button(button).click();
    };
    await save(builder, 'Save on this device');
    await expect(builder.routine).toContainText('Saved on this device.');
    const id = /plan=([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';

    const other = new BuilderPage(await context.newPage());
    await other.open(`#plan=${id}`);
    await expect(other.movements.first()).toBeVisible();
    await other.setMinutes(12);
    await save(other, 'Save the changes');
    await expect(other.routine).toContainText('Saved on this device.');

    if (reloads) await page.reload();
    await builder.setMinutes(20);
    if (reloads) await builder.button('Keep, send or print').click();
    await builder.button('Save the changes').click();
    await expect(builder.routine).toContainText('Yours is saved beside it, as a new one.');
    await expect(page).not.toHaveURL(new RegExp(id));
  });

test('says when another window changes or deletes what is open', async ({
  builder,
  context,
  page,
}) => {
  await builder.open('#stage=stiff&minutes=8&name=Mornings');
  await builder.button('Keep, send or print').click();
  await builder.button('Save on this device').click();
  await expect(builder.button('Saved').first()).toBeVisible();
  const id = /plan=([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';

  const page2 = await context.newPage();
  const other = new BuilderPage(page2);
  await other.open(`#plan=${id}`);
  await other.setMinutes(12);
  await other.button('Keep, send or print').click();
  await other.button('Save the changes').click();
  await expect(builder.routine).toContainText('This routine was changed in another window.');
  await expect(builder.button('Save the changes')).toBeEnabled();

  await page2.goto('plans/');
  await page2.getByRole('listitem').filter({ hasText: 'Mornings' }).locator('summary').click();
  await page2.getByRole('button', { name: 'Delete Mornings' }).click();
  await expect(builder.routine).toContainText('This routine was deleted in another window.');
  await expect(page).not.toHaveURL(/plan=/);
  await builder.button('Save on this device').click();
  await expect(builder.routine).toContainText('Saved on this device.');
});

test('knows its own routine again after a reload', async ({ builder, page }) => {
  await builder.open('#stage=sore&minutes=10');
  await builder.button('Move down: Bridge').click();
  await expect(builder.routine).toContainText('made by hand');
  await expect(page).toHaveURL(/routine=/);
  await page.reload();
  await expect(builder.routine).toContainText('You made this routine here.');
  await expect(builder.routine).not.toContainText('Somebody made this routine');
});

test('knows a planned routine again by its name after a reload', async ({ builder, page }) => {
  await builder.open('#stage=sore&minutes=10');
  await builder.button('Keep, send or print').click();
  await page.getByLabel('A name for this routine').fill('Mornings');
  await expect(page).toHaveURL(/name=Mornings/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Mornings' })).toBeVisible();
  await expect(builder.routine).not.toContainText('Somebody made this routine');
});

test('says of a cut link what may be missing until a person has said what applies', async ({
  builder,
  page,
}) => {
  const cut = 'The end of this link is missing';
  await builder.open('#whole=1&stage=sore&minutes=10&surfaces=floor&equipment=');
  await expect(builder.routine).toContainText(cut);
  await page.reload();
  await expect(builder.routine).toContainText(cut);
  await builder.setMinutes(12);
  await expect(page).toHaveURL(/minutes=12/);
  await page.reload();
  await expect(builder.minutes).toHaveValue('12');
  await expect(builder.routine).toContainText(cut);
  await builder.answer('Pregnant').check();
  await expect(page).toHaveURL(/conditions=pregnancy$/);
  await page.reload();
  await expect(builder.answer('Pregnant')).toBeChecked();
  await expect(builder.routine).not.toContainText(cut);
});

test('copies the link', async ({ builder, context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await builder.open();
  await builder.button('Keep, send or print').click();
  await builder.button('Copy the link').click();
  await expect(builder.routine).toContainText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/builder\/#whole=1&stage=sore&minutes=10&.*&routine=1.*&end=1$/);
});

test('shows a routine of another edition as it is and says so', async ({ builder, page }) => {
  await builder.open();
  await builder.button('Keep, send or print').click();
  const link = await page.getByLabel('The link', { exact: true }).inputValue();
  const code = /routine=([\w-]+)/.exec(link)?.[1] ?? '';
  const titles = await builder.titles();
  await page.goto('about:blank');
  await page.goto(link.replace(code, ofAnotherEdition(code)));
  await expect.poll(() => builder.titles()).toEqual(titles);
  await expect(builder.routine).toContainText('made with an older or newer edition');
});

test('says that the end of a link is missing, before a session too', async ({ builder, page }) => {
  const cut = '#whole=1&stage=sore&minutes=10&surfaces=floor&equipment=&condit';
  await builder.open(cut);
  await expect(builder.routine).toContainText('The end of this link is missing');
  await page.goto(`session/${cut}`);
  await expect(page.getByText('The end of the link is missing')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toHaveCount(0);
});

test('names each dose of another edition that is none of ours', async ({ builder, page }) => {
  // Bridge, 5 seconds and 90 times, and a pelvic tilt in one of our doses.
  const code = ofAnotherEdition('1AItSHOCwLQuAb6wIAFWQPiu9wIAFBQAnq3-C');
  await builder.open(`#stage=sore&conditions=&routine=${code}`);
  const about = page.getByRole('region', { name: 'About this routine' });
  await expect(about).toContainText('1 dose of it is not among ours:');
  await expect(about.getByRole('listitem')).toHaveText(
    /^Bridge: Hold 5 seconds, 90 times\. Ours is: Hold \d+ seconds, \d+ times\.$/,
  );
});

const HOSTILE = [
  {
    what: 'a script',
    fragment: '#name=<img src=x onerror=alert(1)>&note=<script>alert(1)</script>',
  },
  {
    what: 'a cut code',
    fragment: '#stage=sore&routine=1BOHow_DPLQn-bp6r',
    says: 'cut off or damaged',
  },
  {
    what: 'a huge code',
    fragment: `#stage=sore&routine=1${'A'.repeat(70_000)}`,
    says: 'could not be read',
  },
  { what: 'a huge note', fragment: `#stage=sore&note=${'A'.repeat(100_000)}` },
  {
    what: 'a newer version',
    fragment: `#stage=sore&routine=${ofVersion('9')}`,
    says: 'newer version',
  },
  {
    what: 'nonsense',
    fragment: '#stage=%E0%A4%A&plan=../../x&article=__proto__&doses=a=1&focus=x',
  },
  {
    what: 'prototypes',
    fragment: '#stage=constructor&include=__proto__,toString&doses=__proto__=3',
  },
];

for (const { what, fragment, says } of HOSTILE) {
  test(`is not harmed by ${what} in a link`, async ({ builder, page }) => {
    page.on('dialog', () => {
      throw new Error('a script of the link was run');
    });
    await builder.open(fragment);
    await expect(builder.summary).toHaveText(SUMMARY);
    if (says) await expect(builder.routine).toContainText(says);
    await expect(page.locator('main img[src="x"], main script:not([src], [type])')).toHaveCount(0);
  });
}

test('takes the sequence of an article with its doses, and marks what it would change', async ({
  builder,
}) => {
  await builder.open('#article=three-exercises');
  await expect(builder.routine).toContainText(
    'the sequence of the article “Three Exercises To Help Ease Lower Back Spasms”',
  );
  await expect(builder.movements.first()).toBeVisible();
  await expect(builder.routine).toContainText('We would do this differently:');
});

test('prints a handout with its code, its cautions and what to leave out', async ({
  builder,
  page,
}) => {
  await builder.open('#stage=sore&minutes=10&conditions=osteoporosis&name=For Anna');
  await expect(builder.summary).toHaveText(SUMMARY);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(builder.routine).toContainText('For Anna');
  await expect(page.getByRole('img', { name: 'The link as a code to scan' })).toBeVisible();
  await expect(builder.routine).toContainText('Leave these out (Weak bones or spinal fracture)');
  await expect(builder.routine.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('slider')).toHaveCount(0);
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeLessThanOrEqual(2);
});

test('prints a long routine with much to take care of on two pages', async ({ builder, page }) => {
  const places = 'surfaces=floor,standing&equipment=chair,pillow,mat';
  const note = encodeURIComponent('Line\n'.repeat(200));
  await builder.open(`#stage=well&minutes=45&${places}&conditions=stenosis,facet&note=${note}`);
  await expect(builder.summary).toHaveText(SUMMARY);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeLessThanOrEqual(2);
  }
});

test('prints long notes small enough for two pages, and a code without them', async ({
  builder,
  page,
}) => {
  const text = 'Keep your knees bent, and breathe out as you lift. '.repeat(20);
  await builder.open('#stage=sore&minutes=10&conditions=osteoporosis');
  await expect(builder.summary).toHaveText(SUMMARY);
  await builder.button('Keep, send or print').click();
  await page.getByLabel('A note for whoever gets it').fill(text.slice(0, 1000));
  const count = await builder.movements.count();
  for (let place = 0; place < count; ++place) {
    const movement = builder.movements.nth(place);
    await movement.getByRole('button', { name: /^Dose and note/ }).click();
    await movement.getByLabel(/^A note for this movement/).fill(text.slice(0, 500));
  }
  await expect(builder.routine).toContainText('The notes are too long for this code.');
  await expect(page).toHaveURL(/routine=.{2000}/);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(builder.routine).toContainText('Scan to open it, without the notes');
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeLessThanOrEqual(2);
  }
});

test('makes a calendar file', async ({ builder, page }) => {
  await builder.open();
  await builder.button('Reminders').click();
  const downloading = page.waitForEvent('download');
  await builder.button('Make a calendar file').click();
  const file = await (await downloading).path();
  const calendar = await readFile(file, 'utf8');
  expect(calendar).toContain('SUMMARY:Sore\\, 10 minutes');
  expect(calendar).toContain('DURATION:PT10M');
});

/** The code with another fingerprint of the catalogue and the checksum that fits. */
function ofAnotherEdition(code: string): string {
  const changed = `${code.slice(0, 2)}AAAA${code.slice(6, -6)}`;
  return changed + checksum(changed);
}

function ofVersion(version: string): string {
  const code = `${version}AAAAAAAAAAAAAAAAAAAAAAAA`;
  return code + checksum(code);
}

function checksum(text: string): string {
  let crc = 0xffffffff;
  for (const sign of text) {
    crc ^= sign.charCodeAt(0);
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let value = (crc ^ 0xffffffff) >>> 0;
  let digits = '';
  for (let digit = 0; digit < 6; ++digit) {
    digits = (alphabet[value % 64] ?? '') + digits;
    value = Math.floor(value / 64);
  }
  return digits;
}

test('says that a link is for something that this edition knows no rules for', async ({
  builder,
  page,
}) => {
  await page.goto('builder/#stage=sore&minutes=10&conditions=disc,gout');
  await expect(builder.routine).toContainText('knows no rules for: gout.');
  await expect(builder.routine.getByRole('link', { name: 'Start this session' })).toHaveCount(0);
  // It is no answer of the form, and changing one does not drop it.
  await page.getByRole('checkbox', { name: 'Pregnant' }).check();
  await expect(page).toHaveURL(/conditions=[^&]*gout/);
  await expect(builder.routine).toContainText('knows no rules for: gout.');
  await builder.button('Go on without it').click();
  await expect(builder.routine.getByRole('link', { name: 'Start this session' })).toBeVisible();
  await expect(page).toHaveURL(/conditions=disc,pregnancy/);
});
