import { describe, expect, test } from 'vitest';
import type { Comparison, KpiFigure } from '#model/kpi-figure.ts';
import type { Report } from '#model/report.ts';
import { answer, coverage, gapped, questionAnswer } from '#i18n/answer.ts';
import { i18n } from '#i18n/index.ts';

const names = { agency: 'Diskominfo', account: (id: string) => id.toUpperCase() };

/** All sentences of an opening. */
const opening = (...given: Parameters<typeof answer>) => Object.values(answer(...given)).flat();
const [id, en] = [i18n('id'), i18n('en')];

const figure = (kpi: string, value: number | null, over = ['a', 'b']): KpiFigure => ({
  kpi,
  scope: 'agency',
  value,
  ...(value === null ? { reason: 'not-offered' as const } : {}),
  unit: 'count',
  stage: 'output',
  method: 1,
  window: { from: '2026-09-01', to: '2026-09-30' },
  over,
  without: ['a', 'b']
    .filter((account) => !over.includes(account))
    .map((account) => ({ account, reason: 'not-offered' as const })),
  grounds: [],
});

/** With plain spaces where a number keeps its unit on its line. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

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
  zone: 'Asia/Makassar',
  begins: '2026-09-01',
  yearAgo: [],
  targets: [],
  narrative: [],
  byPart: [],
  formats: [],
  times: null,
  opinion: null,
  peers: [],
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
    expect(opening(report(full), en, names).join(' ')).toBe(
      'In September 2026, Diskominfo published 150 posts on 2 accounts. Together they were viewed 217,564 times. They drew 24,683 responses.',
    );
  });

  test('says in the same breath what was answered and what it cost', () => {
    const rate: KpiFigure = { ...figure('complaints-answered', 0.94), unit: 'ratio', numerator: 188, denominator: 200, n: 200 };
    const spend: KpiFigure = { ...figure('spend', 5_395_851, ['b']), unit: 'money', currency: 'IDR' };
    const said = opening(report({ figures: [...full.figures, rate, spend] }), id, names)
      .map(plain)
      .join(' ');
    expect(said).toContain('Dari 200 pengaduan, 94,0 % dijawab.');
    expect(said).toContain('Iklan menghabiskan Rp 5.395.851.');
    const part = opening(
      report({ figures: [...full.figures, { ...rate, over: ['a'], without: [{ account: 'b', reason: 'not-offered' }] }] }),
      en,
      names,
    );
    expect(part.join(' ')).toContain('A received 200 complaints and answered 94.0%. For those through B it is not known.');
    const received = { ...figure('complaints-received', 73), scope: 'b' };
    const lost = { ...rate, over: ['a'], without: [{ account: 'b', reason: 'not-in-export' as const }] };
    const told = (lang: typeof en) => opening(report({ figures: [...full.figures, lost, received] }), lang, names).map(plain);
    expect(told(en).join(' ')).toContain('A received 200 complaints and answered 94.0%. For 73 through B it is not known.');
    expect(told(id)).toContain('Untuk 73 pengaduan lewat B, hal itu tidak diketahui.');
    // An account that received none has nothing that is not known.
    const none = { ...figure('complaints-received', 0), scope: 'b' };
    expect(opening(report({ figures: [...full.figures, lost, none] }), en, names).join(' ')).not.toContain('through B');
  });

  test('an office that has registers alone is told of them', () =>
    expect(opening(report({ figures: [{ ...figure('spend', 12.5), unit: 'money', currency: 'USD' }] }), en, names)).toEqual([
      'For September 2026 nothing is known of posts and views.',
      'Ads cost US$12.50.',
    ]));

  test('never claims for all accounts what only some give', () => {
    const some = [figure('posts-published', 150), figure('views', 217_564, ['a'])];
    expect(opening(report({ figures: some }), id, names)[0]).toContain('Di 1 akun yang angkanya lengkap');
    expect(questionAnswer(report({ figures: some }), 1, id, names)).toContain('di 1 akun yang angkanya lengkap');
    expect(opening(report({ figures: some }), en, names)[0]).toContain('On the one account whose figure is complete');
  });

  test('says of each figure which accounts it is of', () => {
    const of = (views: string[], engagements: string[], lang = en) =>
      opening(
        report({
          figures: [figure('posts-published', 150), figure('views', 217_564, views), figure('engagements', 24_683, engagements)],
        }),
        lang,
        names,
      )[1];
    expect(of(['a', 'b'], ['a', 'b'])).toBe('They drew 24,683 responses.');
    expect(of(['a'], ['a', 'b'])).toBe('Posts on all 2 accounts drew 24,683 responses.');
    expect(of(['a'], ['a', 'b'], id)).toBe('Kiriman di seluruh 2 akun ditanggapi 24.683 kali.');
    expect(of(['a'], ['a'])).toBe('On the one account that gives this figure, posts drew 24,683 responses.');
    expect(of(['a', 'b'], ['b'])).toBe('On the one account that gives this figure, posts drew 24,683 responses.');
    const followers = report({ figures: [figure('posts-published', 150), figure('followers', 46_610, ['a'])] });
    expect(opening(followers, en, names)).toContain('It now has 46,610 followers on the one account that gives this figure.');
    expect(questionAnswer(followers, 1, id, names)).toContain('46.610 pengikut di 1 akun yang memberi angka ini');
  });

  test('says that views are not known, and shows no zero', () => {
    const said = opening(report({ figures: [figure('posts-published', 150), figure('views', null)] }), id, names)
      .map(plain)
      .join(' ');
    expect(said).toContain('Berapa kali dilihat tidak diketahui');
    expect(said).not.toMatch(/\b0\b/);
  });

  test('counts no posts as none, which is known', () => {
    expect(opening(report({ figures: [figure('posts-published', 0), figure('views', 0)] }), id, names)[0]).toContain(
      'menerbitkan 0 kiriman',
    );
  });

  test('tells a running period, a provisional one and a gap', () => {
    expect(opening(report({ ...full, through: '2026-09-10', status: 'provisional' }), id, names).join(' ')).toMatch(
      /^Sampai 10 September 2026.*sementara\.$/,
    );
    const gap = { says: 'gap' as const, kpis: [], scope: 'agency', accounts: ['a'] };
    expect(opening(report({ ...full, narrative: [gap] }), id, names)[0]).toBe('Angka A tidak lengkap.');
  });

  test('without any figure it says so, and marks nothing', () => {
    expect(opening(report({}), en, names, (text) => `<${text}>`)).toEqual([
      'There are no figures for September 2026 yet. This page fills as soon as the first data arrive.',
    ]);
  });

  test('figures can be set apart', () => {
    expect(opening(report(full), en, names, (text) => `<${text}>`)[0]).toContain('published <150> posts');
  });
});

test('what a platform never offers is no gap; what failed is one', () => {
  expect(gapped(report({ accounts: [state('a', 'not-offered'), state('b', 'failed')] }))).toEqual(['b']);
});

test('a gap concerns the questions of its account, and of the figure that is missing; the seventh is of all', () => {
  const own = report({
    accounts: [state('a', 'failed'), state('b')],
    figures: [
      { ...figure('posts-published', 12), scope: 'a' },
      { ...figure('complaints-answered', 0.9), scope: 'b' },
    ],
  });
  expect([1, 4, 7].map((question) => gapped(own, question))).toEqual([['a'], [], ['a']]);
  const some = {
    ...own,
    accounts: own.accounts.map((one) => ({ ...one, gaps: one.gaps.map((gap) => ({ ...gap, measure: 'spend' as const })) })),
  };
  expect([1, 7].map((question) => gapped(some, question))).toEqual([[], ['a']]);
});

test('coverage is of all accounts together, never rounded up, and not known where nothing was expected', () => {
  expect(coverage(report({}))).toBeCloseTo(40 / 60);
  expect(questionAnswer(report({}), 7, en, names)).toContain('66.6%');
  expect(coverage(report({ accounts: [] }))).toBeNull();
});

describe('the answers to questions 4 to 6', () => {
  const rate: KpiFigure = { ...figure('complaints-answered', 0.94), unit: 'ratio', numerator: 188, denominator: 200, n: 200 };
  const late = { account: 'b', reason: 'not-imported' as const };
  const ask = (number: number, figures: KpiFigure[], words = en) =>
    plain(questionAnswer(report({ figures }), number, words, names));

  test('lead with what has not come in', () => {
    expect(ask(4, [{ ...rate, over: ['a'], without: [late] }])).toBe(
      'Figures of B have not come in. A received 200 complaints and answered 94.0%. For those through B it is not known.',
    );
    expect(ask(6, [{ ...figure('spend', null), reason: 'not-imported', over: [], without: [late] }], id)).toBe(
      'Angka B belum masuk.',
    );
  });

  test('name no account as late that never gives the figure', () =>
    expect(ask(4, [{ ...rate, over: ['a'], without: [{ account: 'b', reason: 'not-offered' }] }])).toBe(
      'A received 200 complaints and answered 94.0%. For those through B it is not known.',
    ));

  test('say how long people waited and how satisfied they were', () => {
    const median: KpiFigure = { ...figure('first-response-median', 8), unit: 'hours' };
    const ikm: KpiFigure = { ...figure('ikm', 88.7635), unit: 'score', grade: 'A', n: 395 };
    expect(ask(4, [rate, median, ikm], id)).toBe(
      'Dari 200 pengaduan yang diterima Diskominfo, 94,0 % sudah dijawab. Separuhnya dijawab dalam 8 jam. 395 orang yang disurvei memberi layanan nilai 88,76, mutu A.',
    );
  });

  test('keep goals of two counters apart, and name the price of one', () => {
    const goals = ['a', 'b'].map((scope, index) => ({ ...figure('conversions', 600 - index), scope }));
    expect(ask(5, [figure('sessions', 14_418), ...goals])).toBe(
      'The site of Diskominfo was visited 14,418 times. The goals that were set beforehand were reached 600 times (A) and 599 times (B).',
    );
    const each: KpiFigure = { ...figure('cost-per-conversion', 19_550.18), unit: 'money', currency: 'IDR' };
    const spend: KpiFigure = { ...figure('spend', 5_395_851), unit: 'money', currency: 'IDR' };
    expect(ask(6, [spend, each], id)).toBe(
      'Diskominfo membelanjakan Rp 5.395.851 untuk iklan. Setiap tujuan yang tercapai rata-rata menghabiskan Rp 19.550.',
    );
  });

  test('call no spending that, and a rise from nothing no percentage', () => {
    const none: KpiFigure = { ...figure('spend', 0), unit: 'money', currency: 'IDR' };
    expect(ask(6, [none], id)).toBe('Diskominfo tidak membelanjakan uang untuk iklan.');
    const more = { ...comparison('spend', 0), value: 0, difference: 5, ratio: null };
    const said = questionAnswer(report({ figures: [{ ...none, value: 5 }], comparisons: [more] }), 6, en, names);
    expect(plain(said)).toBe('Diskominfo spent IDR 5 on ads, up from nothing in August.');
  });

  test('say that there are no data where there are none', () => {
    for (const number of [3, 4, 5, 6]) expect(ask(number, [])).toBe('There are no data for this question yet.');
  });
});
