import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Private } from '#model/comment.ts';
import { addDays } from '#model/day.ts';
import { bursts, falseShares, upperTail } from '#opinion/topic/burst.ts';
import { emerging, type Options } from '#opinion/topic/emerging.ts';
import { vocabulary } from '#opinion/topic/vocabulary.ts';

/** Numbers from 0 to 1, the same for a seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A language of 400 words, some of which are far more common than others. */
const SYLLABLES = ['ba', 'ke', 'li', 'mo', 'ru', 'sa', 'te', 'wu', 'go', 'ni'];
const WORDS = Array.from({ length: 400 }, (_, at) =>
  [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100), (at * 7) % 10].map((one) => SYLLABLES[one]).join('t'),
);
const sentence = (draw: () => number): string =>
  Array.from({ length: 8 }, () => WORDS[Math.floor(400 * draw() ** 2.5)]).join(' ');

const SINCE = '2026-01-05';
const week = (at: number) => addDays(SINCE, 7 * at);
const span = (at: number) => ({ week: `2026-w${String(at + 2).padStart(2, '0')}`, from: week(at), to: addDays(week(at), 6) });
const PUBLIC = vocabulary({
  corpus: [...WORDS, 'mati lampu', 'air keruh', 'banjir', 'jalan rusak', 'pasar'],
  topics: [],
  posts: [],
});

function listener(over: Partial<Options> = {}) {
  return emerging({ vocabulary: PUBLIC, refused: [], smallest: 10, since: SINCE, salt: 'garam', ...over });
}

/** Weeks of talk about nothing new: 200 people a week. */
function chatter(seed: number, weeks: number, over: Partial<Options> = {}) {
  const heard = listener(over);
  const draw = random(seed);
  for (let at = 0; at < weeks; at += 1)
    for (let person = 0; person < 200; person += 1)
      heard.hear(sentence(draw), new Private(`warga ${person}`), addDays(week(at), Math.floor(7 * draw())));
  return { heard, draw };
}

const terms = (heard: ReturnType<typeof listener>, at: number) => {
  const { named, waiting } = heard.weeks([span(at)]);
  return { week: named[0], named: named[0]?.terms.map(({ term }) => term), waiting: waiting.map(({ term }) => term.read()) };
};

describe('emerging terms', () => {
  test('an issue that 30 people raise is found, as the phrase that they used', () => {
    const { heard, draw } = chatter(1, 9);
    for (let one = 0; one < 30; one += 1) heard.hear(`${sentence(draw)} . mati lampu lagi`, new Private(`baru ${one}`), week(8));
    const { week: found, named } = terms(heard, 8);
    expect(named).toEqual(['mati lampu']);
    expect(found).toMatchObject({ from: week(8), weeks: 8, waiting: 0, terms: [{ people: 30, usual: null }] });
    expect(found?.terms[0]?.z).toBeGreaterThan(4);
    expect(found?.terms[0]?.q).toBeLessThan(0.01);
  });

  test('how many used it before is told from ten on, and can not be worked out below', () => {
    const found = (before: number) => {
      const { heard, draw } = chatter(1, 9);
      for (let one = 0; one < 40; one += 1) heard.hear(`${sentence(draw)} . mati lampu`, new Private(`baru ${one}`), week(8));
      for (let one = 0; one < before; one += 1)
        heard.hear(`${sentence(draw)} . mati lampu`, new Private(`lama ${one}`), week(one % 8));
      return terms(heard, 8).week?.terms[0];
    };
    for (const before of [0, 1, 5, 9]) expect(found(before)).toMatchObject({ term: 'mati lampu', usual: null });
    for (const before of [0, 1, 5, 9]) expect(Number.isInteger(found(before)?.z)).toBe(true);
    expect(found(12)).toMatchObject({ term: 'mati lampu', usual: 1.8 });
  });

  test('a phrase of public words that nobody wrote as one waits, and its words are not told beside each other', () => {
    const { heard, draw } = chatter(1, 9);
    for (let one = 0; one < 30; one += 1)
      heard.hear(`${sentence(draw)} . pasar keruh rusak`, new Private(`baru ${one}`), week(8));
    expect(terms(heard, 8)).toMatchObject({ named: [], waiting: ['pasar keruh rusak'] });
  });

  test('comments of nobody under one account are one person', () => {
    const { heard, draw } = chatter(1, 9);
    for (let one = 0; one < 500; one += 1) heard.hear(`${sentence(draw)} . mati lampu`, new Private('warta '), week(8));
    expect(terms(heard, 8)).toMatchObject({ named: [], waiting: [] });
  });

  test('nine people are too few, and ten are not', () => {
    const found = (people: number) => {
      const { heard, draw } = chatter(1, 9);
      for (let one = 0; one < people; one += 1) heard.hear(`${sentence(draw)} . mati lampu`, new Private(`baru ${one}`), week(8));
      for (let one = 0; one < 2; one += 1) heard.hear(`${sentence(draw)} . mati lampu`, new Private(`lama ${one}`), week(one));
      return terms(heard, 8).named;
    };
    expect([found(9), found(10)]).toEqual([[], ['mati lampu']]);
  });

  test('one person counts once, however much is written', () => {
    const { heard, draw } = chatter(1, 9);
    for (let one = 0; one < 500; one += 1) heard.hear(`${sentence(draw)} . mati lampu`, new Private('si cerewet'), week(8));
    expect(terms(heard, 8)).toMatchObject({ named: [], waiting: [] });
  });

  test('copies count once, however many send them', () => {
    const { heard } = chatter(1, 9);
    for (let one = 0; one < 500; one += 1)
      heard.hear(`Kami menolak jalan rusak! ${'🔥'.repeat(one % 4)} ${one}`, new Private(`akun ${one}`), week(8));
    expect(terms(heard, 8)).toMatchObject({ named: [], waiting: [] });
  });

  test('spellings are one word, and "memperbaiki" is no "baik"', () => {
    const { heard, draw } = chatter(1, 9);
    const SPELLED = ['air', 'AIRRR', 'airnya', 'air2nya', 'airlah'];
    for (let one = 0; one < 30; one += 1)
      heard.hear(`${sentence(draw)} . ${SPELLED[one % 5] ?? ''}`, new Private(`baru ${one}`), week(8));
    expect(terms(heard, 8).week?.terms).toMatchObject([{ term: 'air', people: 30 }]);
  });

  test('what stays as common as it was is nothing new, even if many say it', () => {
    const { heard, draw } = chatter(1, 9);
    for (let at = 0; at < 9; at += 1)
      for (let one = 0; one < 40; one += 1) heard.hear(`${sentence(draw)} . air keruh`, new Private(`tetap ${one}`), week(at));
    expect(terms(heard, 8).named).toEqual([]);
  });

  test('a word that is not public waits, and its letters can not be written', () => {
    const { heard, draw } = chatter(1, 9);
    for (let one = 0; one < 30; one += 1) heard.hear(`${sentence(draw)} . soal zubrowka`, new Private(`baru ${one}`), week(8));
    const { named, waiting } = heard.weeks([span(8)]);
    expect(named[0]).toMatchObject({ terms: [], waiting: 1 });
    expect(waiting[0]?.term.read()).toBe('zubrowka');
    expect(inspect(waiting)).not.toContain('zubrowka');
    expect(() => JSON.stringify(waiting)).toThrow();
    expect(inspect(heard, { depth: 9, showHidden: true })).not.toMatch(/zubrowka|baru/);
  });

  test('staff can say yes, and no', () => {
    const all = (over: Partial<Options>) => {
      const { heard, draw } = chatter(1, 9, over);
      for (let one = 0; one < 30; one += 1) heard.hear(`${sentence(draw)} . soal zubrowka`, new Private(`baru ${one}`), week(8));
      return terms(heard, 8);
    };
    expect(all({ refused: ['zubrowka'] })).toMatchObject({ named: [], waiting: [] });
    expect(all({ vocabulary: vocabulary({ corpus: WORDS, topics: [], posts: [], accepted: ['zubrowka'] }) })).toMatchObject({
      named: ['zubrowka'],
      waiting: [],
    });
  });

  test('without four weeks before, or with hardly anybody in them, nothing is new', () => {
    const { heard, draw } = chatter(1, 4);
    for (let one = 0; one < 30; one += 1) heard.hear(`${sentence(draw)} . mati lampu`, new Private(`baru ${one}`), week(3));
    expect(terms(heard, 3)).toMatchObject({ named: [], week: { weeks: 3 } });
    const quiet = listener();
    for (let one = 0; one < 30; one += 1) quiet.hear(`${sentence(draw)} . mati lampu`, new Private(`baru ${one}`), week(8));
    expect(terms(quiet, 8).named).toEqual([]);
  });

  test('a week that was not heard from its first day is no measure', () => {
    const { heard } = chatter(1, 9, { since: addDays(SINCE, 1) });
    expect(terms(heard, 8).week?.weeks).toBe(7);
  });

  test('days can be windows too', () => {
    const heard = listener({ days: 1, trailing: 7 });
    const draw = random(3);
    for (let at = 0; at < 9; at += 1)
      for (let one = 0; one < 60; one += 1) heard.hear(sentence(draw), new Private(`warga ${one}`), addDays(SINCE, at));
    for (let one = 0; one < 20; one += 1)
      heard.hear(`${sentence(draw)} . mati lampu`, new Private(`baru ${one}`), addDays(SINCE, 8));
    const day = addDays(SINCE, 8);
    expect(heard.weeks([{ week: '2026-w03', from: day, to: day }]).named[0]?.terms.map(({ term }) => term)).toEqual([
      'mati lampu',
    ]);
  });

  test('the order of comments changes nothing', () => {
    const made = (turn: boolean) => {
      const draw = random(5);
      const all = Array.from({ length: 2000 }, (_, at) => ({
        text: `${sentence(draw)}${at % 50 === 0 ? ' . mati lampu' : ''}`,
        at,
      }));
      const heard = listener();
      for (const { text, at } of turn ? all.toReversed() : all)
        heard.hear(text, new Private(String(at)), at % 50 === 0 ? week(8) : week(at % 9));
      return heard.weeks([span(8)]).named;
    };
    expect(made(true)).toEqual(made(false));
  });
});

describe('false alarms', () => {
  test('where nothing happens, at most one week in twenty names anything', () => {
    const seeds = process.env['TERANG_PROVE'] === '1' ? 40 : 6;
    let [weeks, alarms] = [0, 0];
    for (let seed = 0; seed < seeds; seed += 1) {
      const { heard } = chatter(100 + seed, 20);
      for (const { terms: found, waiting } of heard.weeks(Array.from({ length: 16 }, (_, at) => span(at + 4))).named) {
        weeks += 1;
        if (found.length + waiting > 0) alarms += 1;
      }
    }
    expect(weeks).toBe(seeds * 16);
    expect(alarms / weeks).toBeLessThanOrEqual(0.05);
  });
});

describe('the arithmetic', () => {
  test('the upper tail of a negative binomial', () => {
    // Against the sum of what is left below, worked out by hand: mean 2, spread 1/2 (shape 2, each success with chance 1/2).
    expect(upperTail(3, 2, 0.5)).toBeCloseTo(1 - (0.25 + 0.25 + 0.1875), 9);
    // Without spread it is Poisson's: of mean 1, two or more.
    expect(upperTail(2, 1, 0)).toBeCloseTo(1 - 2 / Math.E, 5);
    expect(upperTail(1, 2, 0.5)).toBe(1);
    expect(upperTail(200, 1, 0.1)).toBeGreaterThan(0);
  });

  test('false shares', () => {
    // Benjamini and Hochberg: p times n over rank, never less than that of a larger p.
    const shares = falseShares([0.01, 0.04, 0.03, 0.5]);
    for (const [at, share] of [0.04, 0.16 / 3, 0.16 / 3, 0.5].entries()) expect(shares[at]).toBeCloseTo(share, 12);
    expect(falseShares([])).toEqual([]);
  });

  test('log-odds with a prior of one window', () => {
    // 20 of 100 now, 40 of 800 before: the prior is 100 people with the share 60/900.
    const [one] = bursts([{ now: 20, before: [5, 5, 5, 5, 5, 5, 5, 5] }], [100, 100, 100, 100, 100, 100, 100, 100, 100]);
    const prior = 100 * (60 / 900);
    const logOdds = (count: number, of: number) => Math.log((count + prior) / (of + 100 - count - prior));
    expect(one?.z).toBeCloseTo((logOdds(20, 100) - logOdds(40, 800)) / Math.sqrt(1 / (20 + prior) + 1 / (40 + prior)), 10);
    expect(one?.usual).toBe(5);
  });
});
