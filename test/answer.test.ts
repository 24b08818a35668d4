import { describe, expect, test } from 'vitest';
import type { Comparison, KpiFigure, Report } from '#model/report.ts';
import { answer, coverage, gapped, questionAnswer } from '#i18n/answer.ts';
import { i18n } from '#i18n/index.ts';

const names = { agency: 'Diskominfo', account: (id: string) => id.toUpperCase() };
const [id, en] = [i18n('id'), i18n('en')];

const figure = (kpi: string, value: number | null, over = ['a', 'b']): KpiFigure => ({
  kpi,
  scope: 'agency',
  value,
  ...(value === null ? { reason: 'not-offered' as const } : {}),
  unit: 'count',
  method: 1,
  window: { from: '2026-09-01', to: '2026-09-30' },
  over,
  without: [],
  grounds: [],
});

const comparison = (kpi: string, ratio: number): Comparison => ({
  kpi,
  scope: 'agency',
  with: '2026-08',
  value: 100,
  difference: ratio * 100,
  ratio,
});

const state = (account: string, reason?: 'failed' | 'not-offered') => ({
  account,
  source: 'facebook',
  family: 'social' as const,
  known: 20,
  expected: 30,
  through: '2026-09-20',
  outside: false,
  daily: [],
  gaps: reason ? [{ measure: null, from: '2026-09-21', to: '2026-09-30', reason }] : [],
});

const report = (parts: Partial<Report>): Report => ({
  $schema: '',
  agency: 'diskominfo',
  period: '2026-09',
  kind: 'month',
  from: '2026-09-01',
  to: '2026-09-30',
  begins: '2026-09-01',
  asOf: '2026-11-10',
  through: '2026-09-30',
  status: 'final',
  finalFrom: '2026-11-05',
  edition: 1,
  figures: [],
  comparisons: [],
  accounts: [state('a'), state('b')],
  daily: [],
  history: [],
  parts: [],
  posts: [],
  ...parts,
});

const full = {
  figures: [figure('posts-published', 150), figure('views', 217_564), figure('engagements', 24_683)],
  comparisons: [comparison('engagements', -0.05)],
};

describe('the answer', () => {
  test('says what was published, seen and answered', () => {
    expect(answer(report(full), en, names).join(' ')).toBe(
      'In September 2026, Diskominfo published 150 posts on 2 accounts. Together they were viewed 217,564 times. They drew 24,683 responses, down 5.0% on August.',
    );
  });

  test('never claims for all accounts what only some give', () => {
    const some = [figure('posts-published', 150), figure('views', 217_564, ['a'])];
    expect(answer(report({ figures: some }), id, names)[0]).toContain('Di 1 akun yang angkanya lengkap');
    expect(questionAnswer(report({ figures: some }), 1, id, names)).toContain('di 1 akun yang angkanya lengkap');
    expect(answer(report({ figures: some }), en, names)[0]).toContain('On the one account whose figure is complete');
  });

  test('says that views are not known, and shows no zero', () => {
    const said = answer(report({ figures: [figure('posts-published', 150), figure('views', null)] }), id, names).join(' ');
    expect(said).toContain('Berapa kali dilihat tidak diketahui');
    expect(said).not.toMatch(/\b0\b/);
  });

  test('counts no posts as none, which is known', () => {
    expect(answer(report({ figures: [figure('posts-published', 0), figure('views', 0)] }), id, names)[0]).toContain(
      'menerbitkan 0 kiriman',
    );
  });

  test('tells a running period, a provisional one and a gap', () => {
    expect(answer(report({ ...full, through: '2026-09-10', status: 'provisional' }), id, names).join(' ')).toMatch(
      /^Sampai 10 September 2026.*sementara\.$/,
    );
    expect(answer(report({ ...full, accounts: [state('a', 'failed'), state('b')] }), id, names).at(-1)).toContain(
      'Kiriman A tidak terbaca seluruhnya',
    );
  });

  test('without any figure it says so, and marks nothing', () => {
    expect(answer(report({}), en, names, (text) => `<${text}>`)).toEqual([
      'There are no figures for September 2026 yet. This page fills as soon as the first data arrive.',
    ]);
  });

  test('figures can be set apart', () => {
    expect(answer(report(full), en, names, (text) => `<${text}>`)[0]).toContain('published <150> posts');
  });
});

test('what a platform never offers is no gap; what failed is one', () => {
  expect(gapped(report({ accounts: [state('a', 'not-offered'), state('b', 'failed')] }))).toEqual(['b']);
});

test('coverage is of all accounts together, never rounded up, and not known where nothing was expected', () => {
  expect(coverage(report({}))).toBeCloseTo(40 / 60);
  expect(questionAnswer(report({}), 7, en, names)).toContain('66.6%');
  expect(coverage(report({ accounts: [] }))).toBeNull();
});
