// A whole session with a fake clock, devices that note what they are asked, and a store.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';
import {
  catalogue,
  fakeClock,
  fakeCore,
  fakeDevices,
  fakeStore,
  sessionWords,
  settled,
  timelineOf,
} from './session-fixtures.mjs';

const { newSession, placeOf, useWords, SESSION_COUNTS, SESSION_TEXTS } = await load(
  'session/session.ts',
  'session/live.ts',
  'session/words.ts',
  'state/words.ts',
);
useWords(sessionWords(), 'en-GB', { texts: SESSION_TEXTS, counts: SESSION_COUNTS });

const SPASM = 'stage=spasm&minutes=8&surfaces=floor&posture=supine';
const SORE = 'stage=sore&minutes=8&surfaces=floor';

async function opened(fragment, { checked = true, store = fakeStore(), core = fakeCore() } = {}) {
  const time = fakeClock();
  const log = [];
  const devices = fakeDevices(time.clock, log);
  const session = newSession({
    devices,
    store: Promise.resolve(store),
    openWorkshop: async () => ({ core, catalogue }),
    newId: () => 'new',
    wasCheckedToday: () => checked,
    forgetChecked: () => undefined,
  });
  await session.open(fragment);
  await settled();
  return { session, devices, time, log, store, core, screen: () => session.model().screen };
}

async function running(fragment = SORE, options) {
  const game = await opened(fragment, options);
  game.session.start();
  await settled();
  return game;
}

const movementsOf = ({ core }) =>
  core.asked.findLast(({ name }) => name === 'timeline').question.movements.map(({ id }) => id);
const mediaIn = (log) => log.filter(([what]) => what === 'media').map(([, what]) => what);
const saidIn = (log) => log.filter(([what]) => what === 'say').map(([, text]) => text);

test('someone in a spasm runs a session with the tap that answers the warning signs', async () => {
  const { session, log, screen } = await opened(SPASM, { checked: false });
  assert.equal(screen(), 'check');
  session.checked();
  await settled();
  assert.equal(screen(), 'running');
  // In the tap, before anything else: phones stay silent otherwise.
  assert.deepEqual(log.slice(0, 2), [['unlock chimes'], ['unlock', 'Let us begin.']]);
  assert.deepEqual(
    log.find(([what]) => what === 'say'),
    ['say', 'First: Rest. For 30 seconds.', false],
  );
});

test('the tap counts even when the routine comes later', async () => {
  let answer;
  const core = fakeCore();
  const { plan } = core.answers;
  core.answers.plan = (question) => new Promise((give) => (answer = () => give(plan(question))));
  const time = fakeClock();
  const log = [];
  const session = newSession({
    devices: fakeDevices(time.clock, log),
    store: Promise.resolve(fakeStore()),
    openWorkshop: async () => ({ core, catalogue }),
    newId: () => 'new',
    wasCheckedToday: () => false,
    forgetChecked: () => undefined,
  });
  void session.open(SPASM);
  await settled();
  session.checked();
  assert.equal(session.model().screen, 'preparing');
  assert.ok(log.some(([what]) => what === 'unlock'));
  answer();
  await settled();
  assert.equal(session.model().screen, 'running');
});

test('on a page that is shown no more nothing begins by itself', async () => {
  let bring;
  const core = fakeCore();
  const time = fakeClock();
  const log = [];
  const session = newSession({
    devices: fakeDevices(time.clock, log),
    store: Promise.resolve(fakeStore()),
    openWorkshop: () => new Promise((give) => (bring = () => give({ core, catalogue }))),
    newId: () => 'new',
    wasCheckedToday: () => false,
    forgetChecked: () => undefined,
  });
  void session.open(SPASM);
  await settled();
  session.checked();
  session.away();
  bring();
  await settled();
  assert.equal(session.model().screen, 'before');
  assert.deepEqual(mediaIn(log), ['unlock', null]);

  session.start();
  await settled();
  assert.equal(session.model().screen, 'running');
  session.away();
  assert.equal(session.model().live.player.paused, 'away');
  assert.equal(mediaIn(log).includes(null, 2), false); // its buttons lead back
});

test('others see what is coming first, and may say how bad the pain is', async () => {
  const { session, screen, time, store } = await opened(SORE, { checked: false });
  session.checked();
  await settled();
  assert.equal(screen(), 'before');
  session.rate({ before: 6 });
  session.start();
  await time.pass(60_000);
  session.end();
  await settled();
  assert.equal(store.kept.sessions.get('new').pain_before, 6);
});

test('every cue of the timeline is said, sounded and felt in its order and at its time', async () => {
  const { session, time, log, core, screen } = await running();
  const began = time.now();
  const heard = [];
  const { length } = log;
  assert.ok(length > 0);
  while (screen() === 'running') {
    const before = log.length;
    await time.pass(10);
    for (const entry of log.slice(before)) heard.push([time.now() - began, ...entry]);
    assert.ok(time.now() - began < 600_000);
  }
  const asked = core.asked.findLast(({ name }) => name === 'timeline').question;
  const { cues } = timelineOf(asked);
  const chimes = heard.filter(([, what, chime]) => what === 'chime' && chime !== 'count');
  const expected = cues
    .slice(1)
    .filter(({ kind, repetition }) => kind !== 'move' || repetition === 1);
  assert.deepEqual(
    chimes.map(([, , chime]) => (chime === 'begin' ? 'move' : chime)),
    expected.map(({ kind }) => kind),
  );
  for (const [index, [at]] of chimes.entries())
    assert.ok(Math.abs(at - expected[index].start) < 100, `${expected[index].kind}: ${at}`);
  const pulses = heard.filter(([, what]) => what === 'pulse').map(([, , chime]) => chime);
  assert.deepEqual(
    pulses,
    chimes.map(([, , chime]) => chime),
  );
  assert.equal(session.model().record.ending, 'done');
  const { played_seconds, planned_seconds } = session.model().record;
  assert.equal(played_seconds, planned_seconds);
});

test('without the voice it chimes, and counts with chimes', async () => {
  const { time, log } = await running(SORE, { store: fakeStore({ settings: { voice: 'off' } }) });
  await time.pass(42_000);
  assert.deepEqual(saidIn(log), []);
  assert.equal(log.filter(([what, chime]) => what === 'chime' && chime === 'count').length, 5);
});

test('a hidden page pauses, and the tap that goes on says where it is', async () => {
  const { session, time, log } = await running();
  await time.pass(20_000);
  await time.setHidden(true);
  await time.sleep(30_000);
  await time.setHidden(false);
  const { player } = session.model().live;
  assert.equal(player.paused, 'away');
  assert.equal(player.at, 20_000);
  log.length = 0;
  session.toggle();
  assert.deepEqual(saidIn(log), ['We go on. Rest Now stay like this.']);
  await time.pass(1000);
  assert.ok(session.model().live.player.at >= 20_700); // one tick behind at most
});

test('headset and lock screen pause, go on, and lead back and on', async () => {
  const { session, devices, time } = await running();
  await time.pass(15_000);
  const { onPause, onPlay, onSkip, onBack } = devices.buttons();
  onPause();
  assert.equal(session.model().live.player.running, null);
  onPlay();
  assert.ok(session.model().live.player.running);
  onSkip();
  await settled();
  assert.equal(session.model().live.player.timeline.cues[2].start, session.model().live.player.at);
  onBack();
  await settled();
  assert.equal(session.model().live.player.at, 0);
});

test('back begins a movement again when it is well under way', async () => {
  const { session, time } = await running();
  await time.pass(50_000);
  const { start } = session.model().live.player.timeline.cues[2];
  assert.ok(session.model().live.player.at > start + 3000);
  session.back();
  await settled();
  assert.equal(session.model().live.player.at, start);
});

test('skipping in the middle of a change of position plays the way that is still needed', async () => {
  const core = fakeCore(['rest', 'walk', 'walk']);
  const { session, time } = await running(SORE, { core });
  await time.pass(45_000); // on the way up for five seconds
  session.skip();
  await settled();
  assert.deepEqual(movementsOf({ core }), ['walk']);
  assert.equal(core.asked.at(-1).question.posture, 'supine');
  assert.equal(session.model().live.player.timeline.cues[0].kind, 'change');
});

test('this hurts stops at once and says so', async () => {
  const { session, time, log, screen } = await running();
  await time.pass(50_000);
  log.length = 0;
  session.hurts();
  const { at } = session.model().live.player;
  assert.equal(at, 50_000);
  assert.deepEqual(log.filter(([what]) => what !== 'media')[0], ['quiet']);
  assert.deepEqual(saidIn(log), ['Stop. Come out of it slowly, and rest.']);
  assert.equal(screen(), 'hurts');
  await time.pass(60_000);
  assert.equal(session.model().live.player.at, at);
});

for (const [way, rest, said] of [
  ['ease', ['slide', 'tilt', 'rest'], 'We go on more gently.'],
  ['swap', ['tilt', 'rest'], 'We do something else instead: Pelvic tilt.'],
  ['stop', ['rest'], 'We end with a rest.'],
]) {
  test(`after it hurt the core plans the rest anew: ${way}`, async () => {
    const { session, time, log, core, screen, store } = await running();
    await time.pass(60_000);
    session.hurts();
    session.hurtHow('little');
    log.length = 0;
    await session.goOnAs(way);
    await settled();
    const { question } = core.asked.find(({ name }) => name === 'replan');
    assert.equal(question.why, way);
    assert.equal(question.place, 1);
    assert.equal(question.posture, 'supine');
    assert.equal(
      question.seconds_left,
      Math.round((timelineOf(question.routine).total_milliseconds - 60_000) / 1000),
    );
    assert.deepEqual(movementsOf({ core }), rest);
    assert.equal(screen(), 'running');
    // What happens now is heard to its end before the next cue.
    const [first, second] = log.filter(([what]) => what === 'say');
    assert.equal(first[1], said);
    assert.equal(second[2], false);
    await time.pass(400_000);
    const record = store.kept.sessions.get('new');
    assert.equal(record.ending, way === 'stop' ? 'stopped' : 'done');
    assert.equal(record.movements.find(({ id }) => id === 'slide').felt, 'hurt');
  });
}

test('leaving out goes on with the next movement', async () => {
  const { session, time, log } = await running();
  await time.pass(60_000);
  session.hurts();
  session.hurtHow('much');
  await session.goOnAs('skip');
  await settled();
  const { player } = session.model().live;
  assert.equal(player.timeline.cues.find(({ start }) => start === player.at)?.place, 2);
  assert.ok(saidIn(log).includes('We leave this one out.'));
});

test('"this hurts" leads on at every cue of a routine, in every way', async () => {
  const core = fakeCore(['rest', 'slide', 'walk', 'tilt', 'rest']);
  const probe = await running(SORE, { core });
  const cues = probe.session.model().live.player.timeline.cues.slice(0, -1);
  for (const cue of cues)
    for (const way of ['ease', 'swap', 'skip', 'stop']) {
      const { session, time, screen } = await running(SORE, {
        core: fakeCore(['rest', 'slide', 'walk', 'tilt', 'rest']),
      });
      await time.pass(cue.start + cue.length / 2);
      session.hurts();
      session.hurtHow('much');
      await session.goOnAs(way);
      await settled();
      const isLast = cue.place === 4;
      assert.equal(screen(), way === 'skip' && isLast ? 'after' : 'running', `${cue.kind} ${way}`);
    }
});

for (const [sign, legs] of [
  ['leg_pain', true],
  ['leg_weak', true],
  ['bladder', false],
  ['chest', false],
  ['dizzy', false],
]) {
  test(`a warning sign ends the session and is recorded as such: ${sign}`, async () => {
    const { session, time, log, screen, store } = await running();
    await time.pass(2000);
    session.hurts();
    session.symptom(sign);
    await settled();
    assert.equal(screen(), 'symptoms');
    const record = store.kept.sessions.get('new');
    assert.equal(record.ending, 'symptoms');
    assert.equal(record.leg_symptoms, legs);
    assert.equal(record.sign, sign);
    assert.equal(store.kept.running, undefined);
    assert.ok(saidIn(log).at(-1).startsWith('The session is over.'));
    assert.ok(log.some(([what]) => what === 'screen may go dark'));
  });
}

test('after a reload in the middle of a hold it asks, and goes on where it was', async () => {
  const first = await running(SORE);
  await first.time.pass(25_500);
  first.session.pause();
  await settled();
  const { kept } = first.store;
  assert.ok(Math.abs(kept.running.at - 25_500) < 300);

  const second = await opened(SORE, { store: fakeStore({ running: kept.running }) });
  assert.equal(second.screen(), 'return');
  second.session.goOnWithInterrupted();
  await settled();
  assert.equal(second.screen(), 'running');
  assert.deepEqual(second.log.slice(0, 2), [['unlock chimes'], ['unlock', 'We go on.']]);
  assert.ok(Math.abs(second.session.model().live.player.at - 25_500) < 300);
  await second.time.pass(400_000);
  const record = second.store.kept.sessions.get('new');
  assert.equal(record.ending, 'done');
  assert.ok(Math.abs(record.played_seconds - record.planned_seconds) <= 1);
  assert.equal(second.store.kept.running, undefined);
});

test('a running session is kept often enough to lose at most a few seconds', async () => {
  const { time, store, session } = await running();
  for (let turn = 0; turn < 40; ++turn) {
    await time.pass(1300);
    assert.ok(session.model().live.player.at - store.kept.running.at <= 3500);
  }
});

test('a page that is put away keeps the session at once', async () => {
  const { time, store } = await running();
  await time.pass(21_700);
  await time.setHidden(true);
  assert.equal(store.kept.running.at, 21_700);
});

test('an interrupted session that nobody goes on with was stopped early', async () => {
  const first = await running(SORE);
  await first.time.pass(45_000);
  const { running: interrupted } = first.store.kept;
  for (const isOld of [false, true]) {
    const saved = isOld ? new Date(Date.UTC(2026, 10, 21, 9)).toISOString() : interrupted.saved;
    const store = fakeStore({ running: { ...interrupted, saved } });
    const { session, screen } = await opened(SORE, { store });
    if (!isOld) session.dropInterrupted();
    await settled();
    assert.equal(screen(), 'before');
    const record = store.kept.sessions.get('new');
    assert.equal(record.ending, 'stopped');
    assert.ok(record.played_seconds >= 40 && record.played_seconds < record.planned_seconds);
    assert.deepEqual(record.movements, [{ id: 'rest', step: 1 }]);
    assert.equal(store.kept.running, undefined);
  }
});

test('who declines an interrupted session in a spasm has the buttons of a headset all the same', async () => {
  const first = await running(SORE);
  await first.time.pass(45_000);
  const store = fakeStore({ running: first.store.kept.running });
  const { session, screen, log } = await opened(SPASM, { store, checked: false });
  session.checked();
  await settled();
  assert.equal(screen(), 'return');
  session.dropInterrupted();
  // In the tap: what was unlocked in the one before was given up again.
  assert.deepEqual(mediaIn(log).slice(0, 3), ['unlock', null, 'unlock']);
  await settled();
  assert.equal(screen(), 'running');
  assert.equal(mediaIn(log).includes(null, 2), false);

  const asked = await opened(SORE, { store: fakeStore({ running: first.store.kept.running }) });
  asked.session.dropInterrupted();
  await settled();
  assert.equal(asked.screen(), 'before');
  assert.deepEqual(mediaIn(asked.log), []);
});

test('a page that is left while its files arrive reports no failure, and opens on return', async (t) => {
  const errors = t.mock.method(console, 'error', () => undefined);
  let lose;
  let openWorkshop = () => new Promise((_, fail) => (lose = () => fail(new Error('lost'))));
  const time = fakeClock();
  const session = newSession({
    devices: fakeDevices(time.clock, []),
    store: Promise.resolve(fakeStore()),
    openWorkshop: () => openWorkshop(),
    newId: () => 'new',
    wasCheckedToday: () => true,
    forgetChecked: () => undefined,
  });
  void session.open(SORE);
  await settled();
  lose();
  await settled();
  session.away();
  await time.pass(10_000);
  assert.equal(session.model().screen, 'preparing');
  assert.equal(errors.mock.callCount(), 0);

  openWorkshop = async () => ({ core: fakeCore(), catalogue });
  await session.open(SORE);
  assert.equal(session.model().screen, 'before');
});

test('an interrupted session does not go on by itself on a page that was left', async () => {
  const first = await running(SORE);
  await first.time.pass(45_000);
  const store = fakeStore({ running: first.store.kept.running });
  const { session, screen, log } = await opened(SORE, { store });
  session.goOnWithInterrupted();
  session.away();
  await settled();
  assert.equal(screen(), 'return');
  assert.deepEqual(mediaIn(log), ['unlock', null]);
  session.goOnWithInterrupted();
  await settled();
  assert.equal(screen(), 'running');
});

test('an address that names a kept routine which is not here goes on with what it says itself', async () => {
  const gone = fakeStore();
  const broken = fakeStore({ breaks: true });
  for (const store of [gone, broken]) {
    const planned = await opened(`plan=x&${SORE}&conditions=`, { store });
    assert.equal(planned.screen(), 'before');
    const { session, screen } = await opened(`plan=x&${SORE}&conditions=&routine=ABC`, { store });
    assert.equal(screen(), 'sent');
    await session.applies([]);
    assert.equal(screen(), 'before');
    assert.deepEqual(
      session.model().prepared.items.map(({ id }) => id),
      ['walk'],
    );
  }
  for (const [store, screen] of [
    [gone, 'none'],
    [broken, 'failed'],
  ]) {
    const game = await opened('plan=x', { store });
    await game.time.pass(1000);
    assert.equal(game.screen(), screen);
  }
});

test('when all storage fails the session still runs to its end', async () => {
  const { session, time, screen } = await running(SORE, { store: fakeStore({ breaks: true }) });
  await time.pass(400_000);
  assert.equal(screen(), 'after');
  assert.equal(session.model().record.ending, 'done');
  assert.equal(session.model().kept, 'unavailable');
});

test('stopping early counts, and what was answered afterwards is kept with it', async () => {
  const { session, time, store } = await running();
  await time.pass(45_000);
  session.pause();
  session.end();
  await settled();
  session.rate({ after: 3 });
  session.feel('rest', 'helped');
  session.write('Quiet evening.');
  await settled();
  const record = store.kept.sessions.get('new');
  assert.equal(record.ending, 'stopped');
  assert.equal(record.pain_after, 3);
  assert.deepEqual(record.movements, [{ id: 'rest', step: 1, felt: 'helped' }]);
  assert.equal(record.note, 'Quiet evening.');
  assert.equal(record.played_seconds, 45);
});

test('a session that was left at once is none', async () => {
  const { session, time, store, screen } = await running();
  await time.pass(2000);
  session.end();
  await settled();
  assert.equal(screen(), 'before');
  assert.equal(store.kept.sessions.size, 0);
  assert.equal(store.kept.running, undefined);
});

test('the screen that may go dark is told', async () => {
  const { session, devices } = await running();
  devices.loseScreen();
  assert.equal(session.model().staysOn, false);
});

test('a warning sign ends the session, also while the core works out how to go on', async () => {
  const core = fakeCore();
  const { replan } = core.answers;
  let answer;
  core.answers.replan = (question) =>
    new Promise((resolve) => (answer = () => resolve(replan(question))));
  const { session, screen, store } = await running(SORE, { core });
  session.hurts();
  session.hurtHow('much');
  const going = session.goOnAs('swap');
  session.symptom('bladder');
  answer();
  await going;
  await settled();
  assert.equal(screen(), 'symptoms');
  assert.deepEqual(
    [...store.kept.sessions.values()].map(({ ending }) => ending),
    ['symptoms'],
  );
});

test('what hurt does not come back when something else hurts', async () => {
  const core = fakeCore();
  const { session } = await running(SORE, { core });
  const hurting = () => {
    const { part, player } = session.model().live;
    return part.items[placeOf(player)].id;
  };
  const hurt = [];
  for (const way of ['swap', 'swap']) {
    hurt.push(hurting());
    session.hurts();
    session.hurtHow('little');
    await session.goOnAs(way);
    await settled();
  }
  const [, second] = core.asked.filter(({ name }) => name === 'replan');
  assert.deepEqual(second.question.request.exclude, [hurt[0]]);
});

test('a link that gives no routine is said after the warning signs too', async () => {
  const core = fakeCore();
  core.answers['read-code'] = () => ({ errors: [{ field: 'code', message: 'is damaged' }] });
  const { session, screen } = await opened(`${SORE}&routine=ABC`, { core, checked: false });
  assert.equal(screen(), 'check');
  session.checked();
  await settled();
  assert.equal(screen(), 'none');
});

/** The address, as the builder of this tab had it. */
function answered(fragment) {
  globalThis.sessionStorage = { getItem: () => fragment };
  return fragment;
}

test('a routine in a link is asked about, unless it was shown in this tab beside what applies', async () => {
  const fragment = `${SORE}&conditions=&routine=ABC`;
  const store = fakeStore();
  store.plans = async () => [{ request: { conditions: ['dizziness'] } }];
  const { session, screen } = await opened(fragment, { store });
  assert.equal(screen(), 'sent');
  assert.deepEqual(session.model().sent.request.conditions, ['dizziness']);
  assert.equal((await opened(answered(fragment), { store })).screen(), 'before');
  answered('another');
  assert.equal((await opened(fragment, { store })).screen(), 'sent');
});

test('a routine from a code is played with the steps that a review finds', async () => {
  const { session } = await opened(answered(`${SORE}&conditions=&routine=ABC`));
  const { items } = session.model().prepared;
  assert.deepEqual(
    items.map(({ id, posture }) => [id, posture]),
    [['walk', 'standing']],
  );
});

test('a routine from a code with a movement that must not be done is not played', async () => {
  for (const rule of ['condition', 'not-offered', 'stage']) {
    const core = fakeCore();
    core.answers.review = () => ({
      steps: [2],
      broken: [{ rule, place: 0, movement: 'walk', reason: 'not this one' }],
    });
    const { screen, session } = await opened(answered(`${SORE}&conditions=&routine=ABC`), { core });
    assert.equal(screen(), 'none', rule);
    assert.deepEqual(session.model().refused, ['Walking: not this one']);
  }
  const core = fakeCore();
  core.answers.review = () => ({ steps: [2], broken: [{ rule: 'order', place: 0 }] });
  const asOwn = answered(`${SORE}&conditions=&routine=ABC`);
  assert.equal((await opened(asOwn, { core })).screen(), 'before');
});

test('leaving a movement out in the link does not hide that its stage forbids it', async () => {
  const core = fakeCore();
  core.answers.review = ({ request: { exclude } }) => ({
    steps: [2],
    broken: [{ rule: exclude.includes('walk') ? 'excluded' : 'stage', place: 0, movement: 'walk' }],
  });
  const link = `${SORE}&conditions=&exclude=walk,tilt&routine=ABC`;
  assert.equal((await opened(answered(link), { core })).screen(), 'none');
});

test('a routine from a code says what conditions ask to change', async () => {
  const { session } = await opened(answered(`${SORE}&conditions=dizziness&routine=ABC`));
  const [item] = session.model().prepared.items;
  assert.deepEqual(item.care, ['Dizziness: Hold on to something.']);
});

test('a spasm session knows what hurt before; a link is planned as it says', async () => {
  for (const [fragment, hurt] of [
    [SPASM, ['tilt']],
    [SORE, undefined],
  ]) {
    const core = fakeCore();
    const learned = { steps: { slide: 0 }, helped: [], hurt: ['tilt'], recent: [], changes: [] };
    core.answers.progress = () => learned;
    const store = fakeStore();
    store.kept.sessions.set('old', {
      ...{ id: 'old', date: '2026-11-20', stage: 'spasm', pain_before: 5, pain_after: 4 },
      ...{ leg_symptoms: false, movements: [{ id: 'tilt', step: 0, felt: 'hurt' }] },
    });
    await opened(fragment, { core, store });
    assert.deepEqual(core.asked.find(({ name }) => name === 'plan').question.hurt, hurt);
  }
});

test('what cannot be planned is said', async () => {
  const core = fakeCore();
  core.answers.plan = () => ({ status: 'infeasible', movements: [] });
  const { screen } = await opened(SORE, { core });
  assert.equal(screen(), 'none');
});

test('of a routine in a link without conditions it is asked what applies, and the core looks at it', async () => {
  const core = fakeCore();
  const store = fakeStore();
  // One of them is of an edition that knew more.
  store.plans = async () => [{ request: { conditions: ['dizziness', 'gout'] } }];
  const { session, screen } = await opened(`${SORE}&name=From Ann&note=Slowly&routine=ABC`, {
    core,
    store,
  });
  assert.equal(screen(), 'sent');
  const { sent, prepared } = session.model();
  assert.equal(prepared, null);
  assert.deepEqual([sent.name, sent.note], ['From Ann', 'Slowly']);
  // What is kept on this device is where the answer begins.
  assert.deepEqual([sent.isTicked, sent.request.conditions], [true, ['dizziness']]);
  session.start();
  assert.equal(screen(), 'sent');

  core.answers.review = ({ request }) => ({
    steps: [2],
    broken: request.conditions.includes('dizziness')
      ? [{ rule: 'condition', place: 0, movement: 'walk', reason: 'leave it out' }]
      : [],
  });
  await session.applies(['dizziness']);
  assert.equal(screen(), 'none');
  assert.deepEqual(session.model().refused, ['Walking: leave it out']);
  session.start();
  assert.equal(screen(), 'none');

  session.askAgainWhatApplies();
  assert.equal(screen(), 'sent');
  await session.applies([]);
  assert.equal(screen(), 'before');
  assert.deepEqual(
    core.asked.findLast(({ name }) => name === 'review').question.request.conditions,
    [],
  );
});

test('a dose in a link that is outside our limits becomes ours, and it is said', async () => {
  const core = fakeCore();
  const huge = { hold_seconds: 900, repetitions: 100, sets: 10 };
  core.answers['read-code'] = () => ({
    stage: 'sore',
    movements: [
      { id: 'walk', dose: huge },
      { id: 'tilt', dose: { hold_seconds: 0, repetitions: 3, sets: 1 } },
    ],
    same_catalogue: true,
  });
  core.answers.review = () => ({
    steps: [1, 2],
    broken: [{ rule: 'dose', place: 0, movement: 'walk', reason: 'too much' }],
  });
  const { session } = await opened(`${SORE}&routine=ABC`, { core });
  await session.applies([]);
  const [walk, tilt] = core.asked.findLast(({ name }) => name === 'timeline').question.movements;
  assert.deepEqual(walk, { id: 'walk', step: 1 });
  assert.equal(tilt.dose.repetitions, 3);
  const [said] = session.model().changed;
  assert.match(said, /^Walking: /);
});

test('what a link says applies and what the kept routines were made for hold together', async () => {
  const store = fakeStore();
  store.plans = async () => [{ request: { conditions: ['dizziness'] } }];
  for (const [more, conditions] of [
    ['', ['dizziness']],
    ['&conditions=', ['dizziness']],
    ['&conditions=dizziness', ['dizziness']],
  ]) {
    const core = fakeCore();
    await opened(`${SPASM}${more}`, { core, store });
    const { question } = core.asked.find(({ name }) => name === 'plan');
    assert.deepEqual(question.conditions, conditions);
  }
});

test('in a spasm with nothing to be done in that position, another one is planned', async () => {
  const core = fakeCore();
  const { plan } = core.answers;
  core.answers.plan = (request) =>
    request.posture ? { status: 'infeasible', movements: [] } : plan(request);
  assert.equal((await opened(SPASM, { core })).screen(), 'before');
  assert.equal((await opened(`${SORE}&posture=supine`, { core })).screen(), 'none');
});

test('a link for a condition that is not known is not played as if it did not apply', async () => {
  for (const more of ['', '&routine=ABC']) {
    const { session, screen } = await opened(`${SORE}&conditions=dizziness,gout${more}`);
    assert.equal(screen(), 'none');
    assert.match(session.model().refused.join(), /: gout\./);
  }
});

test('silence for the buttons of a headset begins in the tap, but not where no sound is wanted', async () => {
  const played = async (settings) => {
    const { log } = await running(SORE, { store: fakeStore({ settings }) });
    return log.some(([what, detail]) => what === 'media' && detail === 'unlock');
  };
  assert.equal(await played({}), true);
  assert.equal(await played({ voice: 'off' }), true);
  assert.equal(await played({ chimes: false }), true);
  assert.equal(await played({ voice: 'off', chimes: false }), false);
});

test('where it hurt is kept with the movement, also over a reload', async () => {
  const first = await running(SORE);
  await first.time.pass(60_000);
  first.session.hurts();
  first.session.hurtHow('elsewhere');
  await first.session.goOnAs('swap');
  await settled();
  await first.time.pass(4000);
  const second = await opened(SORE, { store: fakeStore({ running: first.store.kept.running }) });
  second.session.goOnWithInterrupted();
  await settled();
  second.session.end();
  await settled();
  const slide = () =>
    second.store.kept.sessions.get('new').movements.find(({ id }) => id === 'slide');
  assert.deepEqual(slide(), { id: 'slide', step: 1, felt: 'hurt', hurts: 'elsewhere' });
  second.session.feel('slide', 'neither');
  await settled();
  assert.deepEqual(slide(), { id: 'slide', step: 1, felt: 'neither' });
});

test('where nothing begins after the tap, no silence goes on playing', async () => {
  const core = fakeCore();
  core.answers.plan = () => ({ status: 'infeasible', movements: [] });
  const { session, log, screen } = await opened(SPASM, { core, checked: false });
  session.checked();
  await settled();
  assert.equal(screen(), 'none');
  assert.deepEqual(
    log.filter(([what]) => what === 'media'),
    [
      ['media', 'unlock'],
      ['media', null],
    ],
  );
});
