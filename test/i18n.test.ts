import { describe, expect, test } from 'vitest';
import { Dimension } from '#model/dimension.ts';
import { Cause } from '#model/edition.ts';
import { Comparison } from '#model/kpi-figure.ts';
import { Reason } from '#model/figure.ts';
import { Measure } from '#model/measure.ts';
import { kpis } from '#kpis/index.ts';
import { flatten, i18n } from '#i18n/index.ts';
import { languages } from '#i18n/languages.ts';
import { stated } from '#i18n/stated.ts';

const all = languages.map(({ code, words }) => ({ code, words: flatten(words) }));
const [first = { code: '', words: new Map<string, string>() }, ...others] = all;
/** `key.one` and `key.other` exist only where a language has a singular; both stand for `key`. */
const plain = (key: string) => key.replace(/\.(one|other)$/, '');
const keys = (words: ReadonlyMap<string, string>) => [...new Set([...words.keys()].map(plain))].sort();
/** A quarter's number may be written as III. */
const parameters = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => (name === 'roman' ? 'number' : name)).sort();

describe.each(others)('$code beside the default language', ({ words }) => {
  test('has the same keys', () => {
    expect(keys(words)).toEqual(keys(first.words));
  });

  test('uses the same parameters in each text', () => {
    for (const [key, text] of words) {
      // "one post" need not write its number.
      if (key.endsWith('.one')) continue;
      const other = [key, plain(key), `${plain(key)}.other`].map((one) => first.words.get(one)).find((one) => one !== undefined);
      expect({ key, parameters: parameters(text) }).toEqual({ key, parameters: parameters(other ?? '') });
    }
  });
});

test.each(languages.map(({ code }) => code))(
  '%s has a sentence for every reason and a name for every measure and KPI',
  (code) => {
    const words = i18n(code);
    for (const reason of Reason.options) expect(words.said(`reason.${reason}`).fallback).toBe(false);
    for (const measure of Measure.options) expect(words.said(`measure.${measure}`).fallback).toBe(false);
    for (const dimension of Dimension.options) expect(words.said(`dimension.${dimension}`).fallback).toBe(false);
    for (const note of Comparison.shape.note.unwrap().options) expect(words.said(`change.${note}`).fallback).toBe(false);
    for (const cause of Cause.options) expect(words.said(`editions.revisions.cause.${cause}`).fallback).toBe(false);
    for (const { id } of kpis) expect(words.kpi(id).fallback).toBe(false);
  },
);

describe('numbers and dates', () => {
  const [id, en] = [i18n('id'), i18n('en')];

  test('are written as each language does', () => {
    expect([id.number(12345.6), en.number(12345.6)]).toEqual(['12.345,6', '12,345.6']);
    expect([id.percent(0.012), en.percent(0.012)]).toEqual(['1,2\u00a0%', '1.2%']);
    expect([id.day('2026-09-03'), en.day('2026-09-03')]).toEqual(['3 September 2026', '3 September 2026']);
    expect([id.period('2026-q3'), en.period('2026-q3', 'in')]).toEqual(['Triwulan III 2026', 'quarter 3 of 2026']);
    expect(id.span('2026-09-01', '2026-09-30')).toBe('1–30 September 2026');
  });

  test('a figure that is not known is words, never a number', () => {
    expect(en.figure({ value: null, unit: 'count', reason: 'failed' })).toBe('not known');
    expect(en.figure({ value: 0, unit: 'count' })).toBe('0');
  });
});

describe('a change', () => {
  const comparison = (parts: Partial<Comparison>): Comparison => ({
    kpi: 'views',
    scope: 'agency',
    with: '2026-08',
    value: 100,
    difference: 25,
    ratio: 0.25,
    ...parts,
  });

  test.each([
    [comparison({}), 'count', 'naik 25,0\u00a0% dari Agustus', 'up'],
    [comparison({ difference: -25, ratio: -0.25 }), 'count', 'turun 25,0\u00a0% dari Agustus', 'down'],
    [comparison({ difference: 0, ratio: 0 }), 'count', 'hampir tetap dibanding Agustus', 'same'],
    [comparison({ value: 0.05, difference: 0.011, ratio: null }), 'ratio', 'naik 1,1 poin persen dari Agustus', 'up'],
    [comparison({ value: 0, difference: 7, ratio: null }), 'count', 'naik 7 dari Agustus', 'up'],
    [
      comparison({ difference: null, ratio: null, note: 'metric-changed' }),
      'count',
      'platform mengganti cara hitungnya',
      'unknown',
    ],
    [
      comparison({ value: null, reason: 'no-previous', difference: null, ratio: null }),
      'count',
      'belum ada pembanding',
      'unknown',
    ],
  ] as const)('%#: says its direction in words', (given, unit, text, direction) => {
    const said = i18n('id').change(given, unit);
    expect(said.direction).toBe(direction);
    expect(said.text).toContain(text);
  });
});

test('a text that a language lacks falls back and says so', () => {
  expect(i18n('id').text({ en: 'only English' })).toEqual({ text: 'only English', lang: 'en', fallback: true });
  expect(() => i18n('xx')).toThrow('no language "xx"');
  expect(() => i18n('id').t('no.such.key')).toThrow('no.such.key');
});

test('the default language keeps its own words where only the other one tells a singular', () => {
  const said = i18n('id').said('answer.reached-some', { count: 1 });
  expect([said.lang, said.fallback]).toEqual(['id', false]);
  expect(i18n('en').said('account.settles', { count: 1 }).text).toContain('1 day.');
});

test('a reason in both languages begins with that of the page; any other stays as it was stated', () => {
  expect(stated('Berkas salah. / The file was wrong.', 'en')).toBe('The file was wrong. (Berkas salah.)');
  expect(stated('Berkas salah. / The file was wrong.', 'id')).toBe('Berkas salah. (The file was wrong.)');
  expect(stated('Isu #12', 'en')).toBe('Isu #12');
  expect(stated('a / b / c', 'en')).toBe('a / b / c');
});
