import { describe, expect, test } from 'vitest';
import { checkData } from '#gate/data.ts';
import type { Wording } from '#gate/wording.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const account = (id: string) => ({ id, name: id, platform: 'x', source: 'x', handle: id, since: '2026-01-01' });
const agency = {
  $schema: '../../schema/agency.json',
  id: 'kota',
  name: 'Kota',
  short: 'Kota',
  place: 'Kota',
  contact: 'kantor@kota.example',
  zone: 'Asia/Jakarta',
  languages: ['id'],
  licence: { name: 'CC0', url: 'https://example.org/' },
  accounts: [account('facebook'), account('mastodon')],
};
const cell = (of: string, id: string | undefined, positive: number | null, neutral: number | null, negative: number | null) => ({
  of,
  ...(id === undefined ? {} : { id }),
  comments: (positive ?? 0) + (neutral ?? 0) + (negative ?? 0),
  labels: { positive, neutral, negative },
});
type Cell = ReturnType<typeof cell>;
const cells: readonly Cell[] = [
  cell('all', undefined, 300, 400, 200),
  cell('account', 'facebook', 200, 300, 150),
  cell('account', 'mastodon', 100, 100, 50),
  cell('topic', 'banjir', 30, 0, 40),
];
const row = (positive: number, neutral: number, negative: number) => ({ positive, neutral, negative });
const sample = (of: string, id: string | undefined, n: number) => ({
  of,
  ...(id === undefined ? {} : { id }),
  n,
  confusion: { positive: row(n - 3, 0, 1), neutral: row(0, 1, 0), negative: row(0, 0, 1) },
});
const reading = (some: readonly Cell[], classifier = '1') => ({
  classifier,
  sha256: 'a'.repeat(64),
  counted: '2026-10-07',
  cells: some,
});
const month = {
  $schema: '../../../schema/opinion.json',
  month: '2026-09',
  accounts: ['facebook', 'mastodon'],
  without: [],
  readings: [reading(cells)],
  sittings: [
    {
      classifier: '1',
      on: '2026-10-09',
      scope: { of: 'all' },
      of: 890,
      cells: [
        sample('all', undefined, 300),
        sample('account', 'facebook', 220),
        sample('account', 'mastodon', 80),
        sample('topic', 'banjir', 30),
      ],
    },
  ],
  emerging: [
    {
      week: '2026-w37',
      from: '2026-09-07',
      to: '2026-09-13',
      weeks: 8,
      terms: [{ term: 'banjir rob', people: 40, usual: 3, z: 8, q: 0.01 }],
      waiting: 2,
    },
  ],
};
const topic = { id: 'banjir', kind: 'topic', name: { id: 'Banjir' }, words: ['banjir*'], since: '2026-01-01' };
const wording: Wording = {
  label: (text) => /\d{8}/.test(text),
  sentence: (text, own = []) => /@\w/.test(own.reduce((left, one) => left.replaceAll(`@${one}`, ''), text)),
};
const hash = (bytes: Uint8Array) =>
  String(bytes[0] ?? 0)
    .repeat(64)
    .slice(0, 64);

const base = { 'agencies/kota/agency.json': JSON.stringify(agency) };
function check(files: Readonly<Record<string, string | Uint8Array>>) {
  const all = Object.entries({ ...base, ...files }).map(([path, text]) => ({
    path,
    bytes: typeof text === 'string' ? encode(text) : text,
  }));
  return checkData(all, { wording, today: '2026-10-20', exports: { hash, reread: () => undefined } }).map(
    ({ file, rule, message }) => `${file.replace(/^data\/(?:agencies\/kota\/)?/, '')} ${rule} ${message}`,
  );
}
const opinion = (given: object) =>
  check({ 'agencies/kota/opinion/2026-09.json': JSON.stringify({ ...month, ...given }, null, 2) });
const counts = (...some: readonly Cell[]) => opinion({ readings: [reading(some)], sittings: [] });

describe('what comments said', () => {
  test('as the pipeline writes it passes', () => {
    expect(opinion({})).toEqual([]);
    // An account has few comments, and everybody sees that; none is a count of nobody.
    expect(
      counts(cell('all', undefined, 300, 300, 200), { ...cell('account', 'facebook', null, null, null), comments: 7 }),
    ).toEqual([]);
    expect(counts({ ...cell('all', undefined, null, null, null), comments: 40 })).toEqual([]);
  });

  test.each([
    ['a small count of a label', [cell('all', undefined, 300, 400, 9)], 'small'],
    ['a small topic', [cells[0], { ...cell('topic', 'banjir', null, null, 0), comments: 8 }], 'small'],
    ['a row of which a part is hidden', [{ ...cell('all', undefined, null, null, 0), comments: 40 }], 'small'],
    ['a hidden label that the others tell', [{ ...cell('all', undefined, 300, 400, null), comments: 704 }], 'small'],
    [
      'an account whose label the others tell',
      [cells[0], { ...cells[1], labels: { positive: null, neutral: null, negative: null } }, cells[2]],
      'small',
    ],
    ['labels that do not add up', [{ ...cell('all', undefined, 300, 400, 200), comments: 901 }], 'sum'],
    ['accounts that do not add up', [cells[0], cells[1], cell('account', 'mastodon', 100, 100, 51)], 'sum'],
    ['a cell twice', [cells[0], cells[3], cells[3]], 'twice'],
    ['an account that is none of the counted', [cells[0], cell('account', 'x', 20, 20, 20)], 'account'],
    ['a topic without its id', [cells[0], cell('topic', undefined, 20, 20, 20)], 'schema'],
  ])('%s is refused', (_, some, rule) => {
    expect(counts(...(some as Cell[])).join('\n')).toMatch(new RegExp(`^opinion/2026-09.json ${rule} `, 'm'));
  });

  test('a second reading tells the whole alone', () => {
    expect(opinion({ readings: [reading(cells), reading(cells.slice(0, 1), '2')] })).toEqual([]);
    expect(opinion({ readings: [reading(cells), reading(cells, '2')] })).toEqual([expect.stringContaining('small tells parts')]);
  });

  test('a sample is of cells that are told, of half of them at most, and tells no account by leaving it out', () => {
    const [sitting] = month.sittings;
    const sampled = (...some: readonly ReturnType<typeof sample>[]) => opinion({ sittings: [{ ...sitting, cells: some }] });
    expect(sampled(sample('all', undefined, 446))).toEqual([expect.stringContaining('more than half')]);
    expect(sampled(sample('topic', 'pajak', 30))).toEqual([expect.stringContaining('hidden in the reading')]);
    expect(sampled({ ...sample('all', undefined, 300), n: 301 })).toEqual([expect.stringContaining('does not add up')]);
    expect(sampled(sample('all', undefined, 300), sample('account', 'facebook', 220))).toEqual([
      expect.stringContaining('left out and told'),
    ]);
    expect(opinion({ sittings: [{ ...sitting, classifier: '2' }] })).toEqual([expect.stringContaining('no reading')]);
    expect(sampled(sample('all', undefined, 300), sample('topic', 'banjir', 29))).toEqual([
      expect.stringContaining('fewer than 30 labels'),
    ]);
    expect(opinion({ sittings: [{ ...sitting, of: 872 }] })).toEqual([expect.stringContaining('drifted 872 comments')]);
    expect(opinion({ sittings: [sitting, { ...sitting, on: '2026-10-12' }] })).toEqual([expect.stringContaining('twice')]);
  });

  test('words of few, or of persons, are no words to name', () => {
    const term = (change: object) =>
      opinion({ emerging: [{ ...month.emerging[0], terms: [{ ...month.emerging[0]?.terms[0], ...change }] }] });
    expect(term({ people: 9 })).toEqual([expect.stringContaining('fewer than 10 people')]);
    expect(term({ term: '08123456789' })).toEqual([expect.stringContaining('personal')]);
    expect(term({ usual: 1.2 })).toEqual([expect.stringContaining('fewer than 10 people in the weeks before')]);
    expect(term({ usual: 0 })).toEqual([expect.stringContaining('write null')]);
    expect(term({ usual: 1.3 })).toEqual([]);
    expect(term({ usual: null, z: 8.1 })).toEqual([expect.stringContaining('whole number')]);
    expect(term({ usual: null })).toEqual([]);
  });

  test('its month is its name, and is over', () => {
    expect(opinion({ month: '2026-08' })[0]).toContain('path "month"');
    expect(opinion({ readings: [{ ...reading(cells), counted: '2026-09-30' }], sittings: [] })).toEqual([
      expect.stringContaining('day 2026-09-30 lies before'),
    ]);
    expect(opinion({ accounts: ['facebook', 'mastodon'], without: [{ account: 'mastodon', reason: 'failed' }] })).toEqual([
      expect.stringContaining('twice'),
    ]);
  });
});

describe('topics', () => {
  const posts = JSON.stringify({
    $schema: '../../../../schema/posts.json',
    account: 'facebook',
    month: '2026-10',
    posts: [
      {
        id: '100_2',
        day: '2026-10-11',
        type: 'text',
        text: 'Kabar',
        tags: [],
        figures: {},
        source: 'x',
        api: '1',
        observed: '2026-10-12',
      },
    ],
  });
  const topics = (change: object, files: Readonly<Record<string, string>> = {}) =>
    check({
      'agencies/kota/posts/facebook/2026-10.json': posts,
      'agencies/kota/topics.json': JSON.stringify(
        { $schema: '../../schema/topics.json', topics: [{ ...topic, ...change }] },
        null,
        2,
      ),
      ...files,
    });
  const deed = { on: '2026-10-11', kind: 'post', text: { id: 'Peta genangan diumumkan.' }, account: 'facebook', post: '100_2' };

  test('good ones pass, with what was done and what was answered', () => {
    expect(
      topics({ done: [deed, { on: '2026-10-01', kind: 'change', text: { id: 'Pompa baru.' }, url: 'https://kota.example/x' }] }),
    ).toEqual([]);
    expect(topics({ rumours: [{ since: '2026-10-10', claim: { id: 'Bendungan jebol' }, answered: deed }] })).toEqual([]);
    // It may come with the next run.
    expect(topics({ done: [{ ...deed, on: '2026-10-19', post: '100_9' }] })).toEqual([]);
  });

  test.each([
    [
      'an account that there is not',
      { done: [{ ...deed, account: 'facebok' }] },
      'account there is no account "facebok" in agency.json; did you mean "facebook"?',
    ],
    [
      'a post that there is not',
      { done: [{ ...deed, on: '2026-10-01', post: '100_9' }] },
      'post posts/facebook holds no such post',
    ],
    ['a post of no account', { done: [{ ...deed, account: undefined }] }, 'post on which account'],
    [
      'a post by the address of a person',
      { done: [{ ...deed, post: 'https://x.example/@budi/1' }] },
      'personal is the id of no post',
    ],
    ['a day to come', { done: [{ ...deed, on: '2026-12-01' }] }, 'future 2026-12-01'],
    [
      'an answer before the rumour',
      { rumours: [{ since: '2026-10-12', claim: { id: 'Kabar' }, answered: deed }] },
      'day 2026-10-11 lies before the rumour',
    ],
    ['an end before the beginning', { until: '2025-12-31' }, 'day 2025-12-31 lies before'],
    ['who said it', { rumours: [{ since: '2026-10-10', claim: { id: 'kata @budi' } }] }, 'personal'],
    ['a number of a person among its words', { words: ['08123456789'] }, 'personal'],
  ])('%s is refused', (_, change, message) => {
    expect(topics(change)).toEqual([expect.stringContaining(`topics.json ${message}`)]);
  });

  test('a topic can not begin in a month whose comments are counted', () => {
    const files = { 'agencies/kota/opinion/2026-09.json': JSON.stringify(month) };
    expect(topics({}, files)).toEqual([]);
    expect(topics({ id: 'pajak', since: '2026-09-30' }, files)).toEqual([
      expect.stringContaining('closed comments of 2026-09 are counted already'),
    ]);
    expect(topics({ id: 'pajak', since: '2026-10-01' }, files)).toEqual([]);
  });

  test('a word is accepted or refused, once, and is no person’s number', () => {
    const terms = (accepted: object[], refused: object[]) =>
      check({ 'agencies/kota/terms.json': JSON.stringify({ $schema: '../../schema/terms.json', accepted, refused }) });
    const yes = { term: 'banjir rob', on: '2026-10-01' };
    expect(terms([yes], [{ ...yes, term: 'rob' }])).toEqual([]);
    expect(terms([yes], [{ ...yes, term: 'Banjir Rob' }])).toEqual([expect.stringContaining('terms.json twice')]);
    expect(terms([{ ...yes, on: '2026-12-01' }], [])).toEqual([expect.stringContaining('terms.json future')]);
    expect(terms([{ ...yes, term: '08123456789' }], [])).toEqual([expect.stringContaining('terms.json personal')]);
  });
});

describe('what comments are read with', () => {
  const text = { id: 'Kata', en: 'Words' };
  const card = {
    $schema: '../../schema/classifier.json',
    version: '1',
    made: '2026-10-01',
    sha256: '7'.repeat(64),
    bytes: 3,
    features: text,
    trained: [],
    rebuild: text,
    measured: [],
    topics: null,
    groups: [],
    router: null,
    speed: null,
  };
  const weights = new Uint8Array([7, 0, 255]);
  const files = (change: object, bytes: Uint8Array, version = '1') => {
    const written = { ...card, ...change };
    return check({ [`classifier/${version}/card.json`]: JSON.stringify(written), [`classifier/${version}/weights.bin`]: bytes });
  };
  const rules = (found: readonly string[]) => found.map((one) => one.split(' ').slice(0, 2).join(' '));

  test('are the weights that their card speaks of, to the byte', () => {
    expect(rules(files({}, weights)).filter((one) => !one.endsWith('schema'))).toEqual([]);
    expect(rules(files({}, new Uint8Array([8, 0, 255])))).toContain('classifier/1/weights.bin changed');
    expect(rules(files({}, new Uint8Array([7, 0])))).toContain('classifier/1/weights.bin changed');
    expect(rules(files({}, new Uint8Array(2_000_001)))).toContain('classifier/1/weights.bin size');
    expect(rules(check({ 'classifier/1/weights.bin': weights }))).toEqual(['classifier/1/weights.bin card']);
    expect(rules(files({}, weights, '2'))).toContain('classifier/2/card.json path');
  });

  const line = {
    id: 'floods-001',
    text: 'banjir lagi @admin',
    label: 'negative',
    second: 'negative',
    topic: 'floods',
    target: 'event',
    register: 'chatty',
    language: 'id',
    difficulty: 'plain',
  };
  const corpus = (...lines: readonly (object | string)[]) =>
    check({ 'corpus/floods.jsonl': `${lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')}\n` });

  test('and a corpus of rows that tell of nobody', () => {
    expect(corpus(line, { ...line, id: 'floods-002' })).toEqual([]);
    expect(rules(corpus(line, 'x'))).toEqual(['corpus/floods.jsonl json']);
    expect(rules(corpus({ ...line, label: 'good' }))).toEqual(['corpus/floods.jsonl schema']);
    expect(rules(corpus({ ...line, topic: 'roads' }))).toEqual(['corpus/floods.jsonl path']);
    expect(rules(corpus(line, line))).toEqual(['corpus/floods.jsonl twice']);
    const told = corpus({ ...line, text: 'tanya @budisantoso' });
    expect(rules(told)).toEqual(['corpus/floods.jsonl personal']);
    expect(told.join()).not.toContain('budi');
    expect(check({ 'corpus/README.md': '# Corpus' })).toEqual([]);
  });
});
