import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';
import { timelineOf } from './session-fixtures.mjs';

const { currentCue, newPlayer, paced, positionAt, samePosition, step } = await load(
  'session/player.ts',
  'session/pace.ts',
);

const routine = { movements: [{ id: 'rest' }, { id: 'slide' }, { id: 'tilt' }, { id: 'rest' }] };
const timeline = timelineOf(routine);
const marks = timeline.cues.map(({ start, kind }, cue) => ({
  at: start,
  cue,
  kind: 'cue',
  say: [kind],
}));
const at = (now, wall = now) => ({ now, wall });

/** Sends inputs, and notes what came of each. */
function play(player) {
  const effects = [];
  return {
    effects,
    player: () => player,
    send(input) {
      const next = step(player, input);
      player = next.player;
      effects.push(...next.effects);
      return player;
    },
    tick(now, wall = now) {
      return this.send({ kind: 'tick', moment: at(now, wall) });
    },
    kinds: () => effects.map(({ kind }) => kind),
  };
}

function started(now = 1000) {
  const game = play(newPlayer(timeline, marks));
  game.send({ kind: 'play', moment: at(now) });
  return game;
}

test('every cue comes in its order and within a tick of its time, however uneven the ticks', () => {
  const game = started(0);
  let now = 0;
  const heard = [];
  for (let turn = 1; !game.player().ended; ++turn) {
    now += 7 + ((turn * 37) % 90); // up to 96 ms apart
    const before = game.effects.length;
    game.tick(now);
    for (const effect of game.effects.slice(before))
      if (effect.kind === 'mark') heard.push([effect.mark.cue, now - effect.mark.at]);
  }
  const first = game.effects.find(({ kind }) => kind === 'mark');
  assert.equal(first.mark.cue, 0);
  assert.deepEqual(
    [0, ...heard.map(([cue]) => cue)],
    timeline.cues.map((_, cue) => cue),
  );
  for (const [cue, late] of heard) assert.ok(late >= 0 && late < 100, `cue ${cue}: ${late} ms`);
});

test('late timers do not add up: played time is planned time', () => {
  const game = started(0);
  let now = 0;
  while (!game.player().ended) game.tick((now += 249));
  assert.equal(game.player().at, timeline.total_milliseconds);
  assert.equal(game.player().played, timeline.total_milliseconds);
  assert.ok(now - timeline.total_milliseconds < 249);
});

test('a page that is hidden for half a minute comes back paused where it was hidden', () => {
  const game = started(0);
  for (let now = 200; now <= 5000; now += 200) game.tick(now);
  game.send({ kind: 'hide', moment: at(5000) });
  game.tick(5900); // browsers let a timer through once a second
  assert.ok(game.player().running);
  game.tick(6300);
  game.send({ kind: 'show', moment: at(35_000) });
  assert.equal(game.player().running, null);
  assert.equal(game.player().paused, 'away');
  assert.equal(game.player().at, 5000);
  assert.equal(game.player().played, 5000);
});

test('a glance away of half a second changes nothing', () => {
  const game = started(0);
  game.tick(400);
  game.send({ kind: 'hide', moment: at(500) });
  game.send({ kind: 'show', moment: at(1000) });
  game.tick(1200);
  assert.ok(game.player().running);
  assert.equal(positionAt(game.player(), 1200), 1200);
});

test('sleep pauses where it was last playing, whether the even clock slept or not', () => {
  for (const [now, wall] of [
    [60_000, 60_000],
    [3200, 63_000],
  ]) {
    const game = started(0);
    for (let tick = 250; tick <= 3000; tick += 250) game.tick(tick);
    game.tick(now, wall);
    assert.equal(game.player().paused, 'away');
    assert.equal(game.player().at, 3000);
  }
});

test('a changed clock pauses, and the session goes on from there with the new one', () => {
  const game = started(0);
  game.tick(1000, 1000);
  game.tick(1250, 1250 - 3_600_000);
  assert.equal(game.player().paused, 'away');
  game.send({ kind: 'play', moment: at(1300, 1300 - 3_600_000) });
  game.tick(1500, 1500 - 3_600_000);
  assert.equal(game.player().at, 1200);
});

test('after a reload it stands paused at the position that was kept, and says no cue twice', () => {
  const middle = timeline.cues[1].start + 12_340;
  const game = play(newPlayer(timeline, marks, middle));
  assert.equal(game.player().paused, 'away');
  assert.equal(game.player().at, middle);
  game.send({ kind: 'play', moment: at(0) });
  game.tick(250);
  assert.deepEqual(game.kinds(), ['resumed']);
});

test('pausing at the beginning of a cue does not say it again', () => {
  const second = timeline.cues[1].start;
  const game = started(0);
  for (let now = 500; now <= second; now += 500) game.tick(now);
  game.send({ kind: 'pause', moment: at(second), why: 'person' });
  game.send({ kind: 'play', moment: at(second + 9000) });
  const said = game.effects.filter(({ kind, mark }) => kind === 'mark' && mark.cue === 1);
  assert.equal(said.length, 1);
});

test('going to a cue silences what was said and begins it', () => {
  const game = started(0);
  game.tick(500);
  game.effects.length = 0;
  game.send({ kind: 'go', moment: at(600), cue: 4 });
  assert.deepEqual(game.kinds(), ['quiet', 'entered', 'mark']);
  assert.equal(currentCue(game.player()), timeline.cues[4]);
  assert.equal(positionAt(game.player(), 700), timeline.cues[4].start + 100);
});

test('only what was done to its end counts as done', () => {
  const hold = timeline.cues.findIndex(({ kind }) => kind === 'hold');
  const { start, length } = timeline.cues[hold];
  const game = started(0);
  game.send({ kind: 'go', moment: at(0), cue: hold });
  for (let now = 500; now < length; now += 500) game.tick(now);
  assert.deepEqual(game.player().worked, []);
  game.tick(length + 10);
  assert.deepEqual(game.player().worked, [timeline.cues[hold].place]);
  assert.equal(game.player().played, length + 10);
  assert.ok(start > 0);
});

test('the pace changes getting ready and moving, never holds, rests and repetitions', () => {
  const slow = paced(timeline, { get_ready: 10, tempo: 0.75 });
  let start = 0;
  for (const [index, cue] of slow.cues.entries()) {
    const { kind, length } = timeline.cues[index];
    assert.equal(cue.start, start);
    start += cue.length;
    if (kind === 'ready') assert.equal(cue.length, length + 10_000);
    else if (kind === 'move') assert.equal(cue.length, Math.round(length / 0.75));
    else assert.equal(cue.length, length);
  }
  assert.equal(slow.total_milliseconds, start);
  assert.deepEqual(paced(timeline, { get_ready: 0, tempo: 1 }), timeline);
  const wild = paced(timeline, { get_ready: -5, tempo: 9 });
  assert.ok(wild.cues.every(({ length }, index) => length >= timeline.cues[index].length * 0.8));
});

test('a position is found again in the timeline of another pace', () => {
  const slow = paced(timeline, { get_ready: 20, tempo: 0.8 });
  for (let there = 0; there <= timeline.total_milliseconds; there += 777) {
    const back = samePosition(slow, timeline, samePosition(timeline, slow, there));
    assert.ok(Math.abs(back - there) <= 1, `${there} came back as ${back}`);
  }
});
