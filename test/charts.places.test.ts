import { expect, test } from 'vitest';
import { charts } from '#charts/index.ts';
import { i18n } from '#i18n/index.ts';
import { Agency } from '#model/agency.ts';
import type { Parts } from '#model/parts.ts';
import { Report } from '#model/report.ts';
import agencyJson from './input/charts/agency.json' with { type: 'json' };
import reportJson from './input/charts/report.json' with { type: 'json' };

const agency = Agency.parse(agencyJson);
const base = Report.parse(reportJson);
const [first, second] = base.accounts.map(({ account }) => account);

type Row = readonly [place: string, value: number | null];

function parts(account: string, measure: Parts['measure'], by: 'province' | 'city' | 'country', rows: readonly Row[]): Parts {
  return {
    account,
    family: 'social',
    measure,
    by: [by],
    day: '2026-09-30',
    snapshot: true,
    metric: `m_${measure}`,
    api: 'v1',
    observed: '2026-10-01',
    rows: rows.map(([place, value]) => ({
      dimensions: { [by]: place },
      value,
      ...(value === null ? { reason: 'suppressed' as const } : {}),
    })),
  };
}

async function places(lang: string, tables: readonly Parts[]) {
  const drawn = await charts({ ...base, parts: [...tables] }, { agency, declarations: [], words: i18n(lang) });
  return drawn.find(({ id }) => id === 'places');
}

const followers = parts(first ?? '', 'followers', 'city', [
  ['Makassar, South Sulawesi, Indonesia', 4920],
  ['Palu, Central Sulawesi, Indonesia', 852],
  ['Kota Kinabalu, Sabah, Malaysia', 237],
]);

test('the largest place leads, and its province has its code in the data, not in a guess', async () => {
  const chart = await places('en', [followers]);
  expect(chart?.title).toContain('Makassar');
  expect(chart?.data.map(({ part, code, value }) => [part, code, value])).toEqual([
    ['Makassar, South Sulawesi, Indonesia', '73', 4920],
    ['Palu, Central Sulawesi, Indonesia', '72', 852],
    ['Kota Kinabalu, Sabah, Malaysia', undefined, 237],
  ]);
});

test('provinces come before cities, with code and name in the language of the page', async () => {
  const provinces = parts(first ?? '', 'followers', 'province', [
    ['South Sulawesi', 900],
    ['jawa-tengah', 30],
  ]);
  expect((await places('id', [followers, provinces]))?.table.rows.map((row) => row[1])).toEqual([
    'Sulawesi Selatan (73)',
    'Jawa Tengah (33)',
  ]);
  expect((await places('en', [provinces]))?.table.rows.map((row) => row[1])).toEqual([
    'South Sulawesi (73)',
    'Central Java (33)',
  ]);
});

test('a hidden count is hidden in the table, a hole in the data, and no bar', async () => {
  const hidden = parts(first ?? '', 'followers', 'country', [
    ['ID', 900],
    ['MY', 30],
    ['SG', null],
  ]);
  const chart = await places('en', [hidden]);
  expect(chart?.data.at(-1)).toMatchObject({ part: 'SG', value: null, reason: 'suppressed' });
  expect(chart?.panels[0]?.svg).not.toContain('Singapore');
  expect(chart?.table.rows.at(-1)?.[3]).not.toMatch(/\d/);
});

test('one place alone is no ranking, and counts of two accounts stand apart', async () => {
  const alone = parts(first ?? '', 'followers', 'country', [['ID', 900]]);
  expect(await places('en', [alone])).toBeUndefined();
  const views = parts(second ?? '', 'views', 'country', [
    ['ID', 90],
    ['MY', 20],
  ]);
  const chart = await places('en', [followers, views]);
  expect(chart?.panels).toHaveLength(2);
  expect(new Set(chart?.data.map(({ measure }) => measure))).toEqual(new Set(['followers', 'views']));
});

test('more places than are drawn are told of, and all stand in the table', async () => {
  const many = parts(
    first ?? '',
    'followers',
    'city',
    Array.from({ length: 11 }, (_, index): Row => [`Kota ${index}`, 1000 - index]),
  );
  const chart = await places('en', [many]);
  expect(chart?.table.rows).toHaveLength(11);
  expect(chart?.notes.join(' ')).toMatch(/8 largest of 11/);
});
