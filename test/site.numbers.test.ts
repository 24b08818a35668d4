import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { i18n } from '#i18n/index.ts';
import { openData } from '#store/read.ts';
import { built, PROVE, questions, read } from './site/dist.ts';
import { decode } from './site/html.ts';

built();
const data = openData();
const agency = data.agency('tirtaraya');
const accounts = agency.accounts.map(({ id }) => id);

/** What stands where there is no number: a sum that would be wrong is one thing, a figure that nobody knows another. */
const UNKNOWN: Readonly<Record<string, readonly [unknown: string, notAdded: string]>> = {
  id: ['tidak diketahui', 'tidak dijumlahkan'],
  en: ['not known', 'not added up'],
};
const notAdded = (reason: string | undefined) => reason === 'not-additive' || reason === 'not-comparable';

/** A number as a page writes it, with the size of its last digit, a machine's own count by its sign "≈"; null for "not known". Throws on anything else. */
function parse(written: string, lang: string): { value: number; step: number } | null {
  const text = decode(written)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^≈ /, '');
  if (UNKNOWN[lang]?.includes(text)) return null;
  if (text === 'mutakhir' || text === 'up to date') return { value: 0, step: 1 };
  const behind = /^tertinggal (\d+) hari$|^(\d+) days? behind$/.exec(text);
  if (behind) return { value: Number(behind[1] ?? behind[2]), step: 1 };
  const [group, decimal] = lang === 'id' ? ['.', ','] : [',', '.'];
  const found = new RegExp(
    `^(?:Rp ?|[A-Z]{3} |US\\$)?(−?)(\\d{1,3}(?:\\${group}\\d{3})*)(?:\\${decimal}(\\d+))?( %|%| jam kerja| working hours?| jam| hari| hours?| days?|, (?:mutu|grade) [A-D])?$`,
  ).exec(text);
  if (!found) throw new Error(`"${text}" is no number as ${lang} writes it`);
  const [, sign, whole = '', digits = '', end = ''] = found;
  const percent = end.endsWith('%') ? end : undefined;
  if (percent !== undefined && percent !== (lang === 'id' ? ' %' : '%'))
    throw new Error(`"${text}": the sign is not as ${lang} sets it`);
  const scale = percent !== undefined ? 100 : /hari|day/.test(end) ? 1 / 24 : 1;
  return {
    value: ((sign ? -1 : 1) * Number(`${whole.replaceAll(group as string, '')}.${digits || '0'}`)) / scale,
    step: 10 ** -digits.length / scale,
  };
}

interface Shown {
  readonly page: string;
  readonly period: string;
  readonly lang: string;
  readonly kpi: string;
  readonly scope: string;
  readonly written: string;
}

const uncapital = (text: string) => text.replace(/^(?:Tidak|Not) /, (word) => word.toLowerCase());
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, first = '']) => first);

/** Every figure of a report and of the pages of its questions beside what it is: in its row, in the table by account, in the strip, in the commentary. */
function shown(period: string, lang: string): Shown[] {
  return ['', ...questions.map((question) => `${question}/`)].flatMap((question) => {
    const page = `${lang === 'id' ? '' : `${lang}/`}tirtaraya/${period}/${question}index.html`;
    const html = read(page);
    const agencys = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(([, kpi = '', written = '']) => ({ page, period, lang, kpi, scope: 'agency', written }));
    const tables = [...html.matchAll(/<tbody data-kpi="([a-z\d-]+)">([\s\S]*?)<\/tbody>/g)].flatMap(([, kpi = '', body = '']) =>
      all(body, /<tr(?: class="lacking")?>([\s\S]*?)<\/tr>/g).flatMap((row) => {
        const [written = ''] = all(row, /<(?:td class="number(?: unknown)?"|span class="unknown")>([^<]*)</g).map(uncapital);
        return all(row, /accounts\/([a-z\d-]+)\/"/g).map((scope) => ({ page, period, lang, kpi, scope, written }));
      }),
    );
    return [
      ...agencys(/<div class="row" id="kpi-([a-z\d-]+)"[\s\S]*?<span class="value(?: unknown)?">([^<]*)</g),
      ...agencys(/href="[^"]*#kpi-([a-z\d-]+)" class="strip-name">[\s\S]*?<span class="strip-value(?: [a-z-]+)*">([^<]*)</g),
      ...agencys(/class="kpi-ref" href="[^"]*#kpi-([a-z\d-]+)"[^>]*>([^<]*)</g),
      ...tables,
    ];
  });
}

function compare({ page, period, lang, kpi, scope, written }: Shown): void {
  const figure = data.report('tirtaraya', period).figures.find((candidate) => candidate.kpi === kpi && candidate.scope === scope);
  const where = `${page} ${kpi} of ${scope}: "${written}"`;
  if (!figure) throw new Error(`${where} stands in no report`);
  const number = parse(written, lang);
  if (number === null || figure.value === null) {
    const word = UNKNOWN[lang]?.[notAdded(figure.reason) ? 1 : 0];
    expect(figure.value === null ? written.trim() : 'unknown', where).toBe(figure.value === null ? word : figure.value);
    return;
  }
  expect(Math.abs(number.value - figure.value), `${where}, in the report ${figure.value}`).toBeLessThanOrEqual(
    number.step / 2 + 1e-9,
  );
  // Counts are whole; a share keeps enough digits to tell it from its neighbours.
  if (figure.unit === 'people' || figure.unit === 'count') expect(number.step, where).toBe(1);
  else
    expect(number.step, where).toBeLessThanOrEqual(
      figure.unit === 'money'
        ? 1
        : figure.unit === 'hours' || figure.unit === 'working-hours'
          ? 24
          : figure.unit === 'ratio' && Math.abs(figure.value) >= 1
            ? 0.01
            : figure.unit === 'ratio'
              ? 0.001
              : Number.isInteger(figure.value)
                ? 1
                : 0.1,
    );
}

describe('the figures on the pages', () => {
  const periods = data.periods('tirtaraya');
  const pairs = periods.flatMap((period) => ['id', 'en'].map((lang) => [period, lang] as const));

  test("are read as the page's language writes them", () => {
    expect(parse('51.955', 'id')).toEqual({ value: 51_955, step: 1 });
    expect(parse('51,955', 'en')).toEqual({ value: 51_955, step: 1 });
    expect(parse('0,46\u00a0%', 'id')?.value).toBeCloseTo(0.0046, 9);
    expect(parse('tidak diketahui', 'id')).toBeNull();
    expect(parse(i18n('id').figure({ value: 2_700_000, unit: 'money', currency: 'IDR' }), 'id')).toEqual({
      value: 2_700_000,
      step: 1,
    });
    expect(parse(i18n('en').figure({ value: 12.5, unit: 'money', currency: 'USD' }), 'en')).toEqual({ value: 12.5, step: 0.01 });
    expect(parse(i18n('en').figure({ value: 96, unit: 'hours' }), 'en')).toEqual({ value: 96, step: 24 });
    expect(parse(i18n('id').figure({ value: 88.614, unit: 'score', grade: 'A' }), 'id')).toEqual({ value: 88.61, step: 0.01 });
    expect(parse('51,955', 'id')).toEqual({ value: 51.955, step: 0.001 });
    expect(() => parse('0.46%', 'id')).toThrow('no number');
  });

  test('are those of the report files', () => {
    const figures = (PROVE ? pairs : pairs.filter((_, index) => index % 4 < 2)).flatMap(([period, lang]) => shown(period, lang));
    expect(figures.length).toBeGreaterThan(periods.length * 40);
    expect(new Set(figures.map(({ kpi }) => kpi)).size).toBeGreaterThanOrEqual(10);
    expect(figures.filter(({ written, lang }) => parse(written, lang) === null).length).toBeGreaterThan(20);
    if (PROVE) figures.forEach(compare);
    else fc.assert(fc.property(fc.constantFrom(...figures), compare), { seed: 6, numRuns: 400 });
  });

  test('are all there: each figure of an account stands in the table of its question', () => {
    const there = new Set(shown('2026-09', 'id').map(({ kpi, scope }) => `${kpi} of ${scope}`));
    const figures = data.report('tirtaraya', '2026-09').figures.map(({ kpi, scope }) => `${kpi} of ${scope}`);
    expect(figures.filter((one) => !there.has(one))).toEqual([]);
  });

  test('are those of the report files in what staff wrote, too', () => {
    const said = ['id', 'en'].flatMap((lang) => {
      const { length } = all(read(`${lang === 'id' ? '' : 'en/'}tirtaraya/2026-09/index.html`), /(class="kpi-ref")/g);
      expect(length).toBeGreaterThanOrEqual(3);
      return shown('2026-09', lang).slice(-1000);
    });
    said.forEach(compare);
  });

  test('are those of the report files in the generated answer', () => {
    for (const [period, lang] of pairs) {
      const html = read(`${lang === 'id' ? '' : 'en/'}tirtaraya/${period}/index.html`);
      const answer = /<p class="answer">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
      const report = data.report('tirtaraya', period);
      const values = [...report.figures, ...report.comparisons].map(({ value }) => value);
      const numbers = all(answer, /<strong>([^<]*)<\/strong>/g);
      expect(numbers.length, `${period} ${lang}: ${answer}`).toBeGreaterThan(0);
      for (const number of numbers) {
        const read = parse(number, lang) ?? { value: NaN, step: 0 };
        const near = values.filter((value) => value !== null && Math.abs(value - read.value) <= read.step / 2 + 1e-9);
        expect(near, `${period} ${lang}: ${number} in ${answer}`).not.toEqual([]);
      }
    }
  });

  test('are those of the report files in the breakdowns, and what is hidden is hidden', () => {
    let [seen, hidden] = [0, 0];
    for (const [period, lang] of pairs.filter(([period]) => /^\d{4}-\d\d$/.test(period))) {
      const html = questions
        .map((question) => read(`${lang === 'id' ? '' : 'en/'}tirtaraya/${period}/${question}/index.html`))
        .join('');
      const report = data.report('tirtaraya', period);
      const rows = [...report.parts, ...report.byPart].flatMap((table): { value: number | null }[] => table.rows);
      const values = new Set(rows.map(({ value }) => value));
      const known = [...values].filter((value) => value !== null);
      for (const table of html.split('<div class="parts">').slice(1)) {
        const cells = [...(table.split('</table>')[0] ?? '').matchAll(/<td class="number( part-hidden)?">([^<]*)</g)];
        for (const [, isHidden, written = ''] of cells) {
          // A rate of too few says so in words.
          const number = isHidden || !/\d/.test(written) ? null : parse(written, lang);
          const near =
            number === null ? values.has(null) : known.some((value) => Math.abs(value - number.value) <= number.step / 2 + 1e-9);
          expect(near, `${period} ${lang}: ${written}`).toBe(true);
          if (isHidden) hidden += 1;
          else seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(1000);
    expect(hidden).toBeGreaterThan(50);
  });

  test('are those of the report files where an account stands among peers', () => {
    for (const lang of ['id', 'en']) {
      const html = read(`${lang === 'id' ? '' : 'en/'}tirtaraya/2026-09/participation/index.html`);
      const values = data.report('tirtaraya', '2026-09').peers.flatMap(({ value, low, high }) => [value, low, high]);
      const tables = html.split('<div class="parts peers">').slice(1);
      const cells = tables.flatMap((table) => all(table.split('</table>')[0] ?? '', /<td class="number">([^<]*)</g));
      const numbers = cells.flatMap((written) => decode(written).split(/ (?:sampai|to) /)).map((one) => parse(one, lang));
      expect(numbers.length).toBeGreaterThanOrEqual(9);
      for (const number of numbers)
        expect(values.some((value) => number && value !== null && Math.abs(value - number.value) <= number.step / 2 + 1e-9)).toBe(
          true,
        );
    }
  });

  test('are those of the newest report on the account pages', () => {
    const newest = periods.findLast((id) => /^\d{4}-\d\d$/.test(id)) ?? '';
    for (const account of accounts)
      for (const lang of ['id', 'en']) {
        const page = `${lang === 'id' ? '' : 'en/'}tirtaraya/accounts/${account}/index.html`;
        const rows = [
          ...read(page).matchAll(/<div class="row" id="kpi-([a-z\d-]+)"[\s\S]*?<span class="value(?: unknown)?">([^<]*)</g),
        ];
        expect(rows.length, page).toBeGreaterThan(0);
        for (const [, kpi = '', written = ''] of rows) compare({ page, period: newest, lang, kpi, scope: account, written });
      }
  });
});
