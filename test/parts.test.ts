import { describe, expect, test } from 'vitest';
import type { PartFigures, Parts } from '#model/parts.ts';
import type { Report } from '#model/report.ts';
import { reportCsv } from '../src/components/download.ts';
import { breakdowns, isOfGroups } from '../src/components/breakdown.ts';
import { i18n } from '#i18n/index.ts';
import { part } from '#i18n/part.ts';
import { fromCsv } from '#store/table.ts';
import fixture from './input/charts/report.json' with { type: 'json' };

const [id, en] = [i18n('id'), i18n('en')];

type Cells = Readonly<Record<string, number | null>>;

/** A table of one dimension; a null is hidden. */
function table(
  account: string,
  family: Parts['family'],
  measure: Parts['measure'],
  by: Parts['by'][number],
  cells: Cells,
): Parts {
  const rows = Object.entries(cells).map(([name, value]) => ({
    dimensions: { [by]: name },
    value,
    ...(value === null ? { reason: 'suppressed' as const } : {}),
  }));
  return {
    account,
    family,
    measure,
    by: [by],
    day: '2026-09-30',
    snapshot: false,
    metric: 'rows',
    api: '1',
    observed: '2026-10-03',
    rows,
  };
}

const report = (parts: Parts[]): Report => ({ ...(fixture as unknown as Report), parts });

describe('the name of a part', () => {
  test.each([
    ['gender', 'female', 'perempuan', 'women'],
    ['gender', 'unstated', 'tidak menyebutkan', 'not stated'],
    ['city', 'other', 'lainnya', 'other'],
    ['service', 'unstated', 'tidak disebutkan', 'not stated'],
    ['age', '25-34', '25–34', '25–34'],
    ['age', '65+', '65+', '65+'],
    ['service', 'jalan-rusak', 'jalan rusak', 'jalan rusak'],
    ['country', 'MY', 'Malaysia', 'Malaysia'],
    ['country', 'ID', 'Indonesia', 'Indonesia'],
    ['campaign', 'pajak-2026', 'pajak-2026', 'pajak-2026'],
    ['wait', '4-6h', '4–6 jam', '4–6 hours'],
    ['wait', 'over-2160h', 'lebih dari 2.160 jam', 'over 2,160 hours'],
    ['wait', '0-1d', 'hari yang sama', 'the same day'],
    ['wait', '3-4d', '3\u00a0hari', '3\u00a0days'],
    ['wait', '10-14d', '10–13 hari', '10–13 days'],
    ['city', 'kab-tirtaraya', 'Kab Tirtaraya', 'Kab Tirtaraya'],
    ['city', 'Makassar, South Sulawesi, Indonesia', 'Makassar, Sulawesi Selatan', 'Makassar, South Sulawesi'],
    ['city', 'Surabaya, East Java, Indonesia', 'Surabaya, Jawa Timur', 'Surabaya, East Java'],
    ['city', 'Tawau, Sabah, Malaysia', 'Tawau, Sabah, Malaysia', 'Tawau, Sabah, Malaysia'],
    ['channel', 'call', 'telepon', 'telephone'],
    ['channel', 'Organic Search', 'Organic Search', 'Organic Search'],
    ['class', '(withheld)', 'tidak disebut', 'not named'],
    ['goal', '__proto__', '__proto__', '__proto__'],
  ] as const)('%s %s', (dimension, value, indonesian, english) => {
    expect(part(id, dimension, value)).toBe(indonesian);
    expect(part(en, dimension, value)).toBe(english);
  });
});

describe('breakdowns', () => {
  test('of one account by the same dimension are one table, the leading measure first, no more than three', () => {
    const by = { 'pajak-2026': 5 };
    const { tables } = breakdowns(
      report(
        (['impressions', 'clicks', 'reach', 'spend'] as const).map((measure) => table('iklan', 'ads', measure, 'campaign', by)),
      ),
    );
    expect(tables.map(({ columns, left, question }) => [columns.map(({ measure }) => measure), left, question])).toEqual([
      [['spend', 'reach', 'impressions'], 1, 6],
    ]);
  });

  test('stand under the question that their measure answers', () => {
    const cells = { a: 20, b: 30 };
    const { tables } = breakdowns(
      report([
        table('halaman', 'social', 'followers', 'age', cells),
        table('aduan', 'register', 'complaints-received', 'class', cells),
        table('situs', 'web', 'sessions', 'campaign', cells),
        table('iklan', 'ads', 'reach', 'age', cells),
        table('acara', 'register', 'attended', 'event', cells),
        table('pesan', 'register', 'people-contacted', 'contacts', cells),
        table('skm', 'register', 'survey-respondents', 'gender', cells),
      ]),
    );
    expect(tables.map(({ question }) => question)).toEqual([1, 4, 5, 6, 2, 5, 4]);
  });

  test('along a scale keep its order; all others the order of size', () => {
    const names = (by: Parts['by'][number], cells: Cells) =>
      breakdowns(report([table('aduan', 'register', 'complaints-answered', by, cells)])).tables[0]?.rows.map(
        ({ dimensions }) => dimensions[by],
      );
    expect(names('age', { '65+': 90, unknown: 50, '18-24': 30, '25-34': 10 })).toEqual(['18-24', '25-34', '65+', 'unknown']);
    expect(names('wait', { '12-16h': 9, '2-3h': 8, '0-1h': 7 })).toEqual(['0-1h', '2-3h', '12-16h']);
    expect(names('channel', { sms: 9, call: 8 })).toEqual(['sms', 'call']);
  });

  test('keep a hidden cell, and name what is hidden whole', () => {
    const { tables, hidden } = breakdowns(
      report([
        table('aduan', 'register', 'complaints-received', 'class', { a: 100, b: null }),
        table('aduan', 'register', 'complaints-closed', 'class', { '(withheld)': null }),
      ]),
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows[1]?.cells[0]).toMatchObject({ value: null, reason: 'suppressed' });
    expect(hidden.map(({ measure }) => measure)).toEqual(['complaints-closed']);
  });

  test('leave out sums that say nothing alone, people of one kind only, and crossings that are shown singly', () => {
    const cross = {
      ...table('skm', 'register', 'survey-respondents', 'age', { a: 20, b: 20 }),
      by: ['age', 'gender'] as Parts['by'],
    };
    const { tables } = breakdowns(
      report([
        table('skm', 'register', 'score-sum', 'element', { u1: 300, u2: 310 }),
        table('lapor', 'register', 'complaints-received', 'city', { 'kab-tirtaraya': 79 }),
        table('skm', 'register', 'survey-respondents', 'age', { a: 20, b: 20 }),
        cross,
      ]),
    );
    expect(tables.map(({ by }) => by)).toEqual([['age']]);
  });
});

describe('rates of parts', () => {
  const rate = (kpi: string, account: string, by: Parts['by'], cells: Cells): PartFigures => ({
    kpi,
    account,
    by,
    unit: 'ratio',
    rows: Object.entries(cells).map(([name, value]) => ({
      dimensions: { [by[0] as string]: name },
      value,
      ...(value === null ? { reason: 'suppressed' as const } : {}),
    })),
  });

  test('stand beside the counts, and take the place of a count of the same name', () => {
    const cells = { email: 50, sms: 40 };
    const rates = [rate('messages-opened', 'pesan', ['channel'], { email: 0.4 })];
    const unknown = rate('messages-replied', 'pesan', ['channel'], { email: null });
    const [found] = breakdowns({
      ...report([
        table('pesan', 'register', 'messages-sent', 'channel', cells),
        table('pesan', 'register', 'messages-opened', 'channel', { email: 20 }),
        table('pesan', 'register', 'messages-replied', 'channel', { email: 2 }),
      ]),
      byPart: [...rates, unknown, rate('messages-opened', 'pesan', ['segment'], { email: 0.9 })],
    }).tables;
    expect(found?.columns.map(({ measure }) => measure)).toEqual(['messages-sent', 'messages-replied']);
    expect(found?.rates).toEqual(rates);
    expect(found?.rows.map(({ rates: own }) => own.map((one) => one?.value))).toEqual([[0.4], [undefined]]);
  });

  test('that answer another question than the counts are a table of their own, of groups of people too', () => {
    const cells = { '18-24': 500, '25-34': 400 };
    const { tables } = breakdowns({
      ...report(
        (['spend', 'impressions', 'clicks', 'reach'] as const).map((measure) => table('iklan', 'ads', measure, 'age', cells)),
      ),
      byPart: [rate('cpm', 'iklan', ['age'], { '18-24': 9_000 }), rate('ads-response-rate', 'iklan', ['age'], { '18-24': 0.02 })],
    });
    const shown = tables.map((one) => [one.question, one.columns.map(({ measure }) => measure), one.rates.map(({ kpi }) => kpi)]);
    expect(shown).toEqual([
      [6, ['spend', 'reach', 'impressions'], ['cpm']],
      [5, ['reach', 'clicks', 'impressions'], ['ads-response-rate']],
    ]);
    expect(tables.map(isOfGroups)).toEqual([false, true]);
  });
});

test('a report as CSV holds its parts after its figures, a reason where a value is hidden, and no 0 for it', () => {
  const parts = [table('iklan', 'ads', 'clicks', 'country', { ID: 500, MY: null })];
  const rows = fromCsv(reportCsv(report(parts)));
  const own = rows.filter(({ measure }) => measure !== '');
  expect(rows).toHaveLength(report([]).figures.length + 2);
  expect(own.map(({ kpi, scope, value, reason, part: name, observed }) => [kpi, scope, value, reason, name, observed])).toEqual([
    ['', 'iklan', '500', '', 'country=ID', '2026-10-03'],
    ['', 'iklan', '', 'suppressed', 'country=MY', '2026-10-03'],
  ]);
});
