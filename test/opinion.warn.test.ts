import { describe, expect, test } from 'vitest';
import { Private } from '#model/comment.ts';
import type { Label } from '#model/label.ts';
import { Topic } from '#model/topic.ts';
import { HOURS, listener, WINDOWS, type Recent, type Voices } from '#opinion/hear/recent.ts';
import { topicsOf } from '#opinion/topic/topics.ts';
import { about, findings, roughly } from '#opinion/hear/warn.ts';

const SMALLEST = 10;

/** Numbers that look random and are the same each time. */
function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const poisson = (mean: number): number => {
    if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let [product, count] = [next(), 0];
    for (const limit = Math.exp(-mean); product > limit; product *= next()) count += 1;
    return count;
  };
  return { next, normal, poisson };
}

interface Noise {
  /** Standard deviation of the logarithm of what is to be expected, beyond the hours and days; it strays for `memory` hours. */
  readonly swing: number;
  readonly memory: number;
  /** The same of the odds that a voice is negative. */
  readonly mood: number;
}

/** Voices by hour of a matter of which nothing changes: as many people a day on average, with a day's and a week's rhythm, and noise. */
function stationary(
  hours: number,
  perDay: number,
  { swing, memory, mood }: Noise,
  { normal, poisson, next }: ReturnType<typeof dice>,
) {
  const keep = Math.exp(-1 / memory);
  const fresh = Math.sqrt(1 - keep * keep);
  let [level, tone] = [normal(), normal()];
  return Array.from({ length: hours }, (_, hour): Voices => {
    [level, tone] = [keep * level + fresh * normal(), keep * tone + fresh * normal()];
    const rhythm = (1 + 0.8 * Math.sin((2 * Math.PI * (hour % 24)) / 24)) * (Math.floor(hour / 24) % 7 >= 5 ? 0.7 : 1);
    const people = poisson((perDay / 24) * rhythm * Math.exp(swing * level - (swing * swing) / 2));
    const share = 1 / (1 + Math.exp(0.6 - mood * tone));
    return { people, negative: Array.from({ length: people }, next).filter((one) => one < share).length };
  });
}

/** What a look after `hour` hours sees of a matter; sums are looked up, so that thousands of weeks pass quickly. */
function looker(voices: readonly Voices[]) {
  const sums = [{ people: 0, negative: 0 }];
  for (const { people, negative } of voices) {
    const last = sums.at(-1) as Voices;
    sums.push({ people: last.people + people, negative: last.negative + negative });
  }
  const between = (from: number, to: number): Voices => ({
    people: (sums[to] as Voices).people - (sums[from] as Voices).people,
    negative: (sums[to] as Voices).negative - (sums[from] as Voices).negative,
  });
  return (hour: number, index: number): Recent => {
    const windows = Object.fromEntries(
      WINDOWS.map((length) => [
        length,
        Array.from({ length: 8 }, (_, day) => between(hour - day * 24 - length, hour - day * 24)),
      ]),
    );
    const fresh = Array.from({ length: 8 }, (_, day) => voices.slice(hour - day * 24 - 24, hour - day * 24));
    return { of: index === 0 ? 'all' : 'topic', ...(index === 0 ? {} : { id: `t${index}` }), windows: windows as never, fresh };
  };
}

/** An agency's ten topics and all its comments, in people a day. */
const SIZES = [350, 3, 3, 8, 8, 20, 20, 40, 40, 80, 120];

/** Issues that open in so many weeks of which nothing changes, each closing after 48 hours without an alarm; per month of 30 days. */
function falseIssues(weeks: number, noise: Noise, seed: number): number {
  const random = dice(seed);
  const lookers = SIZES.map((size) => looker(stationary(weeks * 168, size, noise, random)));
  let [opened, last] = [0, -Infinity];
  for (let hour = HOURS; hour < weeks * 168; hour += 1) {
    const alarmed = findings(
      lookers.map((look, index) => look(hour, index)),
      SMALLEST,
    ).some(({ alarms }) => alarms.length > 0);
    if (!alarmed) continue;
    if (hour - last >= 48) opened += 1;
    last = hour;
  }
  return opened / ((weeks * 7) / 30);
}

/** Hours until a burst or a turn is seen, for a matter of `perDay` people: at best, at the median and for nine of ten. Infinite where it is not within two days. */
function delays(
  perDay: number,
  noise: Noise,
  change: (voices: Voices, random: ReturnType<typeof dice>, hour: number) => Voices,
  alarm: string,
) {
  const found = Array.from({ length: 60 }, (_, seed) => {
    const random = dice(1000 + seed);
    const start = HOURS + Math.floor(random.next() * 24);
    const all = SIZES.map((size) => stationary(HOURS + 96, size, noise, random));
    const one = stationary(HOURS + 96, perDay, noise, random).map((voices, hour) =>
      hour < start ? voices : change(voices, random, hour),
    );
    const lookers = [...all, one].map(looker);
    for (let hour = start + 1; hour <= start + 48; hour += 1) {
      const seen = findings(
        lookers.map((look, index) => look(hour, index)),
        SMALLEST,
      ).at(-1);
      if (seen?.alarms.includes(alarm as never)) return hour - start;
    }
    return Infinity;
  }).sort((a, b) => a - b);
  return { best: found[6] as number, median: found[30] as number, most: found[54] as number };
}

const PROVE = process.env['TERANG_PROVE'] === '1';
const CALM: Noise = { swing: 0.3, memory: 24, mood: 0.3 };
const ROUGH: Noise = { swing: 0.5, memory: 24, mood: 0.3 };

/** As many people five times over, with the mood that they had. */
const five = ({ people, negative }: Voices, { poisson }: ReturnType<typeof dice>): Voices => {
  const many = poisson(people * 5);
  return { people: many, negative: people === 0 ? 0 : Math.round((many * negative) / people) };
};
const ill = ({ people }: Voices, { next }: ReturnType<typeof dice>): Voices => ({
  people,
  negative: Array.from({ length: people }, next).filter((one) => one < 0.8).length,
});

describe('as long as nothing changes', () => {
  // 2,000 weeks of each, where the long proofs run: 0.2 and 0.6 issues a month.
  test.each([
    ['calm', CALM],
    ['rough', ROUGH],
    ['fickle', { ...ROUGH, memory: 6 }],
    ['steady', { swing: 0, memory: 24, mood: 0.2 }],
  ])('%s noise opens at most one issue a month at ten topics', { timeout: 600_000 }, (_name, noise) => {
    expect(falseIssues(PROVE ? 2000 : 60, noise, 5)).toBeLessThanOrEqual(1);
  });

  test('nothing at all, or the same each day, is nothing', () => {
    const look = (perHour: number) => looker(Array.from({ length: HOURS }, () => ({ people: perHour, negative: 0 })));
    expect([0, 1, 50].flatMap((perHour) => findings([look(perHour)(HOURS, 0)], SMALLEST)[0]?.alarms)).toEqual([]);
  });
});

describe('a change is seen', () => {
  test('five times as many people', () => {
    expect(delays(80, CALM, five, 'volume').median).toBeLessThanOrEqual(9);
    expect(delays(20, CALM, five, 'volume').median).toBeLessThanOrEqual(16);
  });

  test('four of five speak ill where two of five did', () => {
    expect(delays(120, CALM, ill, 'negative').median).toBeLessThanOrEqual(24);
  });

  test('with the hour in which it began', () => {
    const quiet = Array.from({ length: HOURS - 5 }, (): Voices => ({ people: 2, negative: 1 }));
    const loud = Array.from({ length: 5 }, (): Voices => ({ people: 30, negative: 12 }));
    const [found] = findings([looker([...quiet, ...loud])(HOURS, 0)], SMALLEST);
    expect(found).toMatchObject({ alarms: ['volume'], began: 4, usual: 12, hours: 6 });
  });

  test('not where too few people spoke, however rare it is', () => {
    const quiet = Array.from({ length: HOURS - 5 }, (): Voices => ({ people: 0, negative: 0 }));
    const loud = (people: number): Voices[] => [
      ...Array.from({ length: 4 }, () => ({ people: 0, negative: 0 })),
      { people, negative: 0 },
    ];
    const alarms = (people: number) => findings([looker([...quiet, ...loud(people)])(HOURS, 0)], SMALLEST)[0]?.alarms;
    expect([alarms(9), alarms(12)]).toEqual([[], ['volume']]);
  });
});

test('what is told has no count under the smallest, and no step that one person makes', () => {
  expect([0, 9, 10, 14, 15, 104, 1234].map((people) => about(people, 10))).toEqual([null, null, 10, 10, 20, 100, 1200]);
  expect(about(7, 5)).toBe(5);
  const share = (negative: number, people: number) => roughly({ people, negative }, 10);
  expect([share(9, 100), share(91, 100), share(37, 100), share(0, 0)]).toEqual([null, null, 0.35, null]);
});

const topic = Topic.parse({ id: 'banjir', kind: 'topic', name: { id: 'Banjir' }, words: ['banjir'], since: '2026-09-01' });
const made = (label: (text: string) => Label = () => 'neutral') =>
  listener({ label, topics: [topic], matcher: topicsOf([topic]), now: 10_000 });

test('a person counts once in a window, however much they write, and a spammer raises nothing', () => {
  const ear = made((text) => (text.includes('parah') ? 'negative' : 'neutral'));
  for (let index = 0; index < 500; index += 1) ear.hear('a', 'banjir parah', new Private('satu'), 10_000, []);
  ear.hear('a', 'banjir lagi', new Private('dua'), 9_999, []);
  ear.hear('b', 'banjir', new Private('satu'), 9_990, []);
  ear.hear('a', 'apa kabar', new Private('tiga'), 9_976, []);
  const [all, banjir] = ear.recent();
  expect(all?.windows[24].slice(0, 2)).toEqual([
    { people: 3, negative: 1 },
    { people: 1, negative: 0 },
  ]);
  expect(banjir).toMatchObject({ of: 'topic', id: 'banjir' });
  expect(banjir?.windows[6][0]).toEqual({ people: 2, negative: 1 });
  expect(banjir?.fresh[0]?.at(-1)).toEqual({ people: 1, negative: 1 });
  expect(findings(ear.recent(), SMALLEST).flatMap(({ alarms }) => alarms)).toEqual([]);
});

test('what lies outside the eight days is not heard', () => {
  const ear = made();
  for (const hour of [10_001, 10_000 - HOURS]) ear.hear('a', 'banjir', new Private('x'), hour, []);
  expect(ear.recent().flatMap(({ windows }) => windows[24].filter(({ people }) => people > 0))).toEqual([]);
});

test('all that nobody tells the writers of is one person’s on each account, and raises nothing', () => {
  const ear = made(() => 'negative');
  for (let index = 0; index < 500; index += 1) ear.hear('a', 'banjir', new Private(''), 10_000 - (index % 5), []);
  ear.hear('b', 'banjir', new Private(''), 10_000, []);
  ear.hear('c', 'banjir', new Private('satu'), 10_000, []);
  expect(ear.recent()[1]?.windows[6][0]).toEqual({ people: 3, negative: 3 });
  expect(ear.unnamed()).toEqual(['a', 'b']);
  expect(findings(ear.recent(), SMALLEST).flatMap(({ alarms }) => alarms)).toEqual([]);
});
