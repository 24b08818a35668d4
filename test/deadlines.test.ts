import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Calendar, Deadline, type Office } from '#model/calendar.ts';
import type { Measure } from '#model/measure.ts';
import { find } from '#sources/index.ts';
import type { ExportSource, Pull } from '#sources/source.ts';

const calendar = Calendar.parse(JSON.parse(fs.readFileSync('data/calendars/indonesia.json', 'utf8')));
const HEAD = 'no,received,answered,closed,class';

const rule = (more: object): Deadline =>
  Deadline.parse({ of: 'close', within: 5, unit: 'working-days', since: '2025-01-01', basis: { en: 'A rule' }, ...more });

interface Given {
  source?: 'complaints' | 'information-requests';
  head?: string;
  deadlines?: readonly Deadline[];
  more?: Partial<Office>;
  today?: string;
  span?: { from: string; to: string };
}

function read(rows: readonly string[], given: Given = {}): Pull {
  const { source = 'complaints', head = HEAD, deadlines = [rule({})], more = {}, today = '2026-10-30', span } = given;
  const account = { id: 'aduan', name: 'Aduan', platform: source, source, handle: 'x', since: '2026-01-01' };
  return (find(source) as ExportSource).read({
    name: 'berkas.csv',
    bytes: new TextEncoder().encode([head, ...rows.map((row, index) => `${index + 1},${row}`)].join('\n')),
    account,
    zone: 'Asia/Makassar',
    today,
    file: 'outside/x',
    span: span ?? { from: '2026-09-01', to: '2026-09-30' },
    office: { calendar, hours: [], deadlines, ...more },
  });
}

const whole = (pull: Pull, measure: Measure, by: object = {}) =>
  pull.series
    .find((one) => one.measure === measure && JSON.stringify(one.dimensions) === JSON.stringify(by))
    ?.values.map(({ value }) => value);
const timely = (pull: Pull) => [whole(pull, 'complaints-due'), whole(pull, 'complaints-on-time')].map((one) => one?.[0]);
const reasons = (pull: Pull) =>
  pull.gaps.filter(({ measure }) => measure === 'complaints-due').map(({ from, to, reason }) => [from, to, reason]);

describe('in time', () => {
  // Received on Tuesday 1 September: five working days end with Tuesday the 8th.
  test.each([
    ['on the last day', '2026-09-08', [1, 1]],
    ['at its last minute', '2026-09-08 23:59', [1, 1]],
    ['on the day after', '2026-09-09', [1, 0]],
    ['on the day itself', '2026-09-01', [1, 1]],
    ['never', '', [1, 0]],
  ])('%s', (_, closed, expected) => expect(timely(read([`2026-09-01,,${closed},`]))).toEqual(expected));

  test('what comes after the last day on a week-end is late, though no working day has passed since', () => {
    // Received on a Friday: the fifth working day is the next Friday.
    expect(timely(read(['2026-09-04,,2026-09-11,', '2026-09-04,,2026-09-12,']))).toEqual([2, 1]);
  });
  test('days count them all', () => {
    const deadlines = [rule({ unit: 'days', within: 3 })];
    expect(timely(read(['2026-09-04,,2026-09-07,', '2026-09-04,,2026-09-08,'], { deadlines }))).toEqual([2, 1]);
  });
  test('Lebaran stands still: received on 17 March 2026, five working days end with the 31st', () => {
    const span = { from: '2026-03-01', to: '2026-03-31' };
    const given = { span, today: '2026-04-30' };
    expect(timely(read(['2026-03-17,,2026-03-31,', '2026-03-17,,2026-04-01,'], given))).toEqual([2, 1]);
  });
  test('what is not due yet is left out, also where it is closed', () => {
    const rows = ['2026-09-01,,2026-09-02,', '2026-09-28,,2026-09-29,', '2026-09-28,,,'];
    // Five working days from the 28th end with 5 October: over on the 6th.
    expect(timely(read(rows, { today: '2026-10-05' }))).toEqual([1, 1]);
    expect(timely(read(rows, { today: '2026-10-06' }))).toEqual([3, 2]);
  });
  test('an answer keeps a deadline for answers, and no other', () => {
    const rows = ['2026-09-01,2026-09-02,2026-09-20,'];
    expect(timely(read(rows, { deadlines: [rule({ of: 'answer' })] }))).toEqual([1, 1]);
    expect(timely(read(rows))).toEqual([1, 0]);
  });
});

describe('which rule holds', () => {
  test('a new one begins with its day of receipt; what came before keeps the old one', () => {
    const deadlines = [rule({ within: 5 }), rule({ within: 10, since: '2026-09-02' })];
    const rows = ['2026-09-01,,2026-09-09,', '2026-09-02,,2026-09-10,', '2026-09-02,,2026-09-17,'];
    expect(timely(read(rows, { deadlines }))).toEqual([3, 1]);
  });
  test('that of the class before one for all, whatever is newer', () => {
    const deadlines = [rule({ class: 'supervision', within: 60, unit: 'days' }), rule({ within: 1, since: '2026-01-01' })];
    const rows = ['2026-09-01,,2026-09-09,supervision', '2026-09-01,,2026-09-09,normative'];
    expect(timely(read(rows, { deadlines, today: '2026-11-30' }))).toEqual([2, 1]);
  });
  test('that of another register, or of requests, is none', () => {
    const [other, requests] = [rule({ account: 'lain' }), rule({ matter: 'request' })];
    expect(reasons(read(['2026-09-01,,,'], { deadlines: [other, requests] }))).toEqual([
      ['2026-09-01', '2026-09-30', 'no-deadline'],
    ]);
    expect(timely(read(['2026-09-01,,,'], { deadlines: [rule({ account: 'aduan' })] }))).toEqual([1, 0]);
  });
  test('what none holds for is left out of both', () => {
    const deadlines = [rule({ class: 'normative' })];
    expect(timely(read(['2026-09-01,,2026-09-02,normative', '2026-09-01,,,supervision'], { deadlines }))).toEqual([1, 1]);
  });
  test('one that has ended is none', () => {
    const deadlines = [rule({ until: '2026-08-31' })];
    expect(reasons(read(['2026-09-01,,,'], { deadlines }))).toEqual([['2026-09-01', '2026-09-30', 'no-deadline']]);
  });
});

describe('not known, and not zero', () => {
  const span = { from: '2026-08-01', to: '2026-09-30' };
  test('without a rule: month by month, and no value stands there', () => {
    const deadlines = [rule({ since: '2026-09-01' })];
    const pull = read(['2026-08-03,,,', '2026-09-01,,,'], { deadlines, span });
    expect(reasons(pull)).toEqual([['2026-08-01', '2026-08-31', 'no-deadline']]);
    expect(whole(pull, 'complaints-due')).toEqual([1]);
  });
  test('a month in which nothing came is none', () => {
    expect(whole(read(['2026-09-01,,,'], { span }), 'complaints-due')).toEqual([0, 1]);
  });
  test('without a calendar, or the year of it', () => {
    const { calendar: _calendar, ...bare } = { calendar, hours: [], deadlines: [rule({})] };
    expect(reasons(read(['2026-09-01,,,'], { more: { ...bare, calendar: { ...calendar, years: [] } } }))).toEqual([
      ['2026-09-01', '2026-09-30', 'no-calendar'],
    ]);
    // Days that all count need none.
    const deadlines = [rule({ unit: 'days' })];
    expect(timely(read(['2026-09-01,,,'], { deadlines, more: { calendar: { ...calendar, years: [] } } }))).toEqual([1, 0]);
  });
  test('without the column that the rule is of', () => {
    expect(reasons(read(['2026-09-01,2026-09-02'], { head: 'no,received,answered' }))).toEqual([
      ['2026-09-01', '2026-09-30', 'not-in-export'],
    ]);
  });
  test('without an office', () => {
    const { more, ...rest } = { more: { deadlines: [] } };
    expect(reasons(read(['2026-09-01,,,'], { ...rest, more }))[0]?.[2]).toBe('no-deadline');
  });
});

test('open at the end of the month: not closed by its last day', () => {
  const rows = ['2026-09-01,,2026-09-30,', '2026-09-02,,2026-10-01,', '2026-09-30,,,'];
  expect(whole(read(rows), 'complaints-open')).toEqual([2]);
  expect(whole(read(['2026-09-01,,'], { head: 'no,received,answered,class' }), 'complaints-open')).toBeUndefined();
});

describe('waiting in working hours', () => {
  const hours: Office['hours'] = [{ since: '2025-01-01', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }] }];
  const waits = (pull: Pull) =>
    pull.series.flatMap(({ dimensions, values }) =>
      dimensions['working-wait'] === undefined ? [] : [[dimensions['working-wait'], values[0]?.value]],
    );
  // From Friday 15:30 to Monday 08:15: three quarters of an hour.
  const friday = '2026-09-04 15:30,2026-09-07 08:15,,';
  test('is counted in bins of its own', () => {
    expect(waits(read([friday, '2026-09-07 08:00,2026-09-08 10:00,,'], { more: { hours } }))).toEqual([
      ['0-1wh', 1],
      ['8-12wh', 1],
    ]);
  });
  test('not without hours, a calendar, or the clock of every time', () => {
    expect(waits(read([friday]))).toEqual([]);
    expect(waits(read([friday], { more: { hours, calendar: { ...calendar, years: [] } } }))).toEqual([]);
    expect(waits(read([friday, '2026-09-07,2026-09-08,,'], { more: { hours } }))).toEqual([]);
  });
});

test('requests have a deadline of their own', () => {
  const given = {
    source: 'information-requests' as const,
    head: 'no,received,decided,decision',
    deadlines: [rule({ matter: 'request', of: 'answer', within: 10 }), rule({})],
  };
  // Ten working days from 1 September end with the 15th.
  const pull = read(['2026-09-01,2026-09-15,granted', '2026-09-01,2026-09-16,refused', '2026-09-01,,'], given);
  expect([whole(pull, 'requests-due'), whole(pull, 'requests-on-time')]).toEqual([[3], [1]]);
});
