import { describe, expect, test } from 'vitest';
import { checkData } from '#gate/data.ts';
import { sources } from '#sources/index.ts';
import { places, texts } from './input/gate/data.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const registers = new Map(sources.flatMap(({ declaration: { id, layouts } }) => (layouts ? [[id, layouts] as const] : [])));
const CALENDAR = JSON.stringify(
  { $schema: '../schema/calendar.json', id: 'indonesia', name: { id: 'Kalender' }, years: [] },
  null,
  2,
);
const BASIS = '"basis": { "id": "Sebuah aturan" }';
const REGISTER = `{ "id": "aduan", "name": "Aduan", "platform": "complaints", "source": "complaints", "handle": "aduan", "since": "2026-01-01" }, {`;

/** Findings on an agency's file with these lines in it, one line each, from line 11 on. */
function findings(...lines: string[]): string[] {
  const agency = texts.agency
    .replace('  "floor"', () => `${lines.join('\n')}\n  "floor"`)
    .replace('"accounts": [{', () => `"accounts": [${REGISTER}`)
    .replace(/"accounts": \[\s*\{/, (found) => (found.includes('aduan') ? found : `"accounts": [${REGISTER}`));
  const files = [
    { path: places.agency, bytes: encode(agency) },
    { path: 'calendars/indonesia.json', bytes: encode(CALENDAR) },
  ];
  return checkData(files, { today: '2026-10-01', registers }).map(
    ({ file, line, rule, message }) => `${file.split('/').at(-1)}:${line} ${rule} ${message}`,
  );
}

const deadline = (more = '') => `{ ${more}"of": "close", "within": 5, "unit": "working-days", "since": "2026-01-01", ${BASIS} }`;
const deadlines = (...all: string[]) => ['  "calendar": "indonesia",', `  "deadlines": [${all.join(',\n')}],`];

describe('what an office states', () => {
  test('good rules pass: by class, by register, one after the other', () => {
    const next = deadline().replace('2026-01-01', '2026-06-01');
    const ended = deadline('"class": "supervision", "until": "2026-05-31", ');
    const other = deadline('"class": "supervision", ').replace('2026-01-01', '2026-06-01');
    const more = [deadline('"account": "aduan", '), deadline('"class": "banjir", '), deadline('"matter": "request", ')];
    expect(findings(...deadlines(deadline(), next, ended, other, ...more))).toEqual([]);
  });
  test.each([
    [
      'a calendar that is not there',
      ['  "calendar": "indonesa",'],
      '11 calendar there is no data/calendars/indonesa.json; did you mean "indonesia"?',
    ],
    [
      'a register that is none',
      deadlines(deadline('"account": "adua", ')),
      '12 deadline there is no register "adua" among the accounts; did you mean "aduan"?',
    ],
    [
      'a class with a slip',
      deadlines(deadline('"class": "normatif", ')),
      '12 deadline "normatif" is nearly "normative"; write it alike',
    ],
    [
      'a class of requests',
      deadlines(deadline('"matter": "request", "class": "banjir", ')),
      '12 deadline requests have no class',
    ],
    [
      'two rules that begin together',
      deadlines(deadline(), deadline()),
      '13 deadline another deadline for the same matters holds on 2026-01-01',
    ],
    [
      'a rule that begins before another has ended',
      deadlines(deadline('"until": "2026-12-31", '), deadline().replace('2026-01-01', '2026-06-01')),
      '13 deadline another deadline for the same matters holds on 2026-06-01',
    ],
    ['a rule that ends before it begins', deadlines(deadline('"until": "2025-12-31", ')), '12 deadline 2025-12-31 lies before'],
    ['working days without a calendar', [deadlines(deadline())[1] as string], '11 deadline working days need a calendar'],
    [
      'hours that end before they begin',
      ['  "hours": [{ "since": "2026-01-01", "week": [', '    { "days": [1], "from": "16:00", "to": "08:00" }] }],'],
      '12 hours 08:00 is not after 16:00',
    ],
    [
      'hours that overlap',
      [
        '  "hours": [{ "since": "2026-01-01", "week": [',
        '    { "days": [1, 2], "from": "08:00", "to": "13:00" },',
        '    { "days": [2], "from": "12:00", "to": "16:00" }] }],',
      ],
      '13 hours these hours overlap with 08:00 to 13:00',
    ],
  ])('%s', (_, lines, said) => {
    const [first, ...rest] = findings(...lines);
    expect(first).toContain(`agency.json:${said}`);
    expect(rest).toEqual([]);
  });
});

describe('a calendar', () => {
  const check = (from: string, to: string) =>
    checkData([{ path: 'calendars/indonesia.json', bytes: encode(CALENDAR.replace(from, () => to)) }]).map(
      ({ line, rule, message }) => `${line} ${rule} ${message}`,
    );
  const year = (...holidays: string[]) =>
    `"years": [{ "year": 2026, "basis": { "id": "SKB" }, "holidays": [\n${holidays
      .map((day) => `{ "day": "${day}", "name": { "id": "Libur" }, "kind": "holiday" }`)
      .join(',\n')}] }]`;

  test('is what its path says', () => {
    expect(check('', '')).toEqual([]);
    expect(check('"id": "indonesia"', '"id": "lain"')[0]).toContain('3 path "id" is "lain"');
  });
  test('has days of its year alone, each once', () => {
    expect(check('"years": []', year('2026-01-01', '2026-05-01'))).toEqual([]);
    expect(check('"years": []', year('2025-01-01'))[0]).toMatch(/2025-01-01 is no day of 2026/);
    expect(check('"years": []', year('2026-01-01', '2026-01-01'))[0]).toMatch(/2026-01-01 stands twice/);
  });
});
