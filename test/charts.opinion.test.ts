import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { pageOf, type Page } from '#charts/context.ts';
import { estimatesPanel } from '#charts/estimates.ts';
import { accountCharts } from '#charts/index.ts';
import { sentimentChart } from '#charts/sentiment.ts';
import { INK } from '#charts/theme.ts';
import { topicsChart } from '#charts/topics.ts';
import { i18n } from '#i18n/index.ts';
import { ofHundred, opinionAnswer, shareText } from '#i18n/opinion.ts';
import { Agency } from '#model/agency.ts';
import { OpinionReport, type Estimate } from '#model/opinion.ts';
import { Report } from '#model/report.ts';
import agencyJson from './input/charts/agency.json' with { type: 'json' };
import opinionJson from './input/charts/opinion.json' with { type: 'json' };
import reportJson from './input/charts/report.json' with { type: 'json' };

const agency = Agency.parse(agencyJson);
const opinion = OpinionReport.parse(opinionJson);
const topics = new Map([
  ['banjir', 'Banjir'],
  ['jalan', 'Jalan rusak'],
  ['vaksin', 'Vaksin'],
  ['tarif', 'Tarif baru'],
]);
const reportOf = (of: OpinionReport | null = opinion) => Report.parse({ ...reportJson, opinion: of });
const page = (lang = 'en', of: OpinionReport | null = opinion): Page =>
  pageOf(reportOf(of), { agency, declarations: [], words: i18n(lang), topics });
const names = { agency: 'Diskominfo', account: (id: string) => ({ warta: 'Warta', kanal: 'Kanal' })[id] ?? id };
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const cellOf = (change: (cell: OpinionReport['cells'][number]) => Partial<OpinionReport['cells'][number]>): OpinionReport => ({
  ...opinion,
  cells: opinion.cells.map((cell) => (cell.of === 'all' ? { ...cell, ...change(cell) } : cell)),
});
const raw = (value: number): Estimate => ({ value, raw: value });
const hidden: Estimate = { value: null, reason: 'suppressed', raw: null };
const uncorrected = cellOf(() => ({ n: 0, shares: { positive: raw(0.16), neutral: raw(0.35), negative: raw(0.49) } }));

describe('a share in words', () => {
  const words = i18n('en');

  test('is never narrower than its interval, and never a range without one', () => {
    expect(ofHundred(words, { value: 0.5, raw: 0.49, interval: { from: 0.4401, to: 0.5599 } })).toBe('between 44 and 56');
    expect(ofHundred(words, { value: 0.5, raw: 0.5, interval: { from: 0.44, to: 0.56 } })).toBe('between 44 and 56');
    expect(ofHundred(words, { value: 0, raw: 0, interval: { from: 0, to: 0 } })).toBe('0');
    expect(ofHundred(words, raw(0.494))).toBe('about 49');
    expect(plain(shareText(i18n('id'), { value: 0.5, raw: 0.49, interval: { from: 0.4401, to: 0.5599 } }))).toBe(
      '50 % (44–56 %)',
    );
    expect(shareText(words, raw(0.494))).toBe('≈ 49%');
    expect(shareText(words, hidden)).toBe('hidden');
    expect(shareText(words, { value: null, reason: 'failed', raw: null })).toBe('Collection failed');
  });

  test('the answer names the accounts, and says where nobody has corrected it', () => {
    expect(plain(opinionAnswer(reportOf(), i18n('id'), names))).toBe(
      'Dari setiap 100 komentar yang dibaca di Warta dan Kanal, antara 44 dan 56 negatif, antara 29 dan 40 netral, dan antara 11 dan 20 positif.',
    );
    expect(plain(opinionAnswer(reportOf(uncorrected), i18n('id'), names))).toBe(
      'Menurut hitungan mesin yang belum dikoreksi, dari setiap 100 komentar di Warta dan Kanal, kira-kira 49 negatif, 35 netral, dan 16 positif; hitungan ini bisa meleset.',
    );
    expect(opinionAnswer(reportOf(uncorrected), words, names)).not.toContain('between');
  });

  test('hidden shares are said to be hidden; those that nobody counted are not', () => {
    const none = cellOf(() => ({ shares: { positive: hidden, neutral: hidden, negative: hidden } }));
    expect(opinionAnswer(reportOf(none), words, names)).toBe(words.t('opinion.answer.hidden'));
    expect(opinionAnswer(reportOf({ ...opinion, months: [], cells: [] }), words, names)).toBe(words.t('opinion.answer.none'));
    expect(opinionAnswer(reportOf(null), words, names)).toBeUndefined();
  });
});

describe('the chart of what comments say', () => {
  test.each(['id', 'en'])('says in %s what its goldens say', async (lang) => {
    const drawn = [await sentimentChart(page(lang)), await topicsChart(page(lang))].map((chart) => ({
      ...chart,
      panels: chart?.panels.map(({ label }) => label),
      spec: undefined,
    }));
    await expect(`${JSON.stringify(drawn, null, 1)}\n`).toMatchFileSnapshot(`output/charts/opinion.${lang}.json`);
  });

  test('estimates compile to their golden', async () => {
    const mark = (name: string, estimate: Estimate, ink: string) => ({ name, text: name, tip: name, estimate, ink });
    const spec = estimatesPanel(
      'Shares',
      [
        mark('corrected', { value: 0.5, raw: 0.49, interval: { from: 0.44, to: 0.56 } }, INK.negative),
        mark('uncorrected', raw(0.35), INK.neutral),
        mark('hidden', hidden, INK.mark),
      ],
      {
        domain: [0, 0.6],
        ticks: new Map([
          [0, '0'],
          [0.6, '60%'],
        ]),
      },
    );
    await expect(`${JSON.stringify(compile(spec).spec, null, 1)}\n`).toMatchFileSnapshot('output/charts/estimates.vega.json');
  });

  test('what is not corrected is open and has no interval; what is hidden is stripes, not nought', async () => {
    const svg = (await sentimentChart(page('en', uncorrected)))?.panels[0]?.svg ?? '';
    expect(svg.match(/<circle[^>]*fill="var\(--paper\)"|fill="var\(--paper\)"[^>]*>.*?<circle/g)).not.toBeNull();
    expect(svg).not.toMatch(/stroke-width="2"/);
    const some = cellOf(({ shares }) => ({ shares: { ...shares, positive: hidden } }));
    const drawn = (await sentimentChart(page('en', some)))?.panels[0]?.svg ?? '';
    expect(drawn).toMatch(
      /data-tip="Positive: hidden"[^>]*stroke="var\(--gap\)"|stroke="var\(--gap\)"[^>]*data-tip="Positive: hidden"/,
    );
    expect(drawn.match(/<circle/g)).toHaveLength(2);
  });

  test('a rise is told only where both shares are corrected, their ranges lie apart, and one machine read both of the same accounts', async () => {
    expect((await sentimentChart(page()))?.title).toBe(
      'Of every 100 comments, between 44 and 56 are negative; up from between 32 and 44 in August 2026',
    );
    const near = structuredClone(opinion);
    const before = near.history[0]?.points.at(-2);
    if (before?.shares.negative.interval) before.shares.negative.interval.to = 0.45;
    expect((await sentimentChart(page('en', near)))?.title).toBe('Of every 100 comments, between 44 and 56 are negative');
    const other = structuredClone(opinion);
    const former = other.history[0]?.points.at(-2);
    if (former) former.classifier = ['1'];
    expect((await sentimentChart(page('en', other)))?.title).not.toContain('up');
    expect((await sentimentChart(page('en', uncorrected)))?.title).toContain('uncorrected');
    const differ = page();
    const apart = { kpi: 'net-sentiment', scope: 'agency', with: '2026-08', value: 0.1, difference: null, ratio: null };
    const report = { ...differ.report, comparisons: [{ ...apart, note: 'accounts-differ' as const }] };
    expect((await sentimentChart({ ...differ, report }))?.title).not.toContain('up');
  });

  test('a new machine is a drawn break, and the note says what both say of the same comments', async () => {
    const chart = await sentimentChart(page());
    expect(chart?.panels[1]?.svg).toContain('new machine');
    expect(chart?.notes.join(' ')).toContain('the old one calls 34% negative, the new one 32%');
  });

  test('no line joins what was corrected with what was not; a last period without a figure gets none', async () => {
    const lined = structuredClone(opinion);
    const points = lined.history[0]?.points ?? [];
    const courseOf = async () => (await sentimentChart(page('en', lined)))?.panels[1]?.svg ?? '';
    const dashed = /stroke-dasharray="3,3"/;
    for (const point of points.slice(-2)) point.classifier = ['2'];
    const [former, last] = points.slice(-2);
    if (former) former.shares.negative = raw(0.4);
    expect(await courseOf()).not.toMatch(dashed);
    if (last) last.shares.negative = raw(0.49);
    const open = await courseOf();
    expect(open).toMatch(/>≈/);
    expect(open).toMatch(dashed);
    if (last) last.shares.negative = hidden;
    expect(await courseOf()).not.toMatch(/>≈/);
  });

  test('a period of which not all months are counted says how many are', async () => {
    const some = structuredClone(opinion);
    const last = some.history[0]?.points.at(-1);
    if (last) last.months = { known: 2, expected: 3 };
    const chart = await sentimentChart(page('en', some));
    expect(chart?.table.rows.at(-1)?.[0]).toBe('September 2026 (2 of 3 months)');
    expect(chart?.notes.join(' ')).toContain('Not all months are in: September 2026 (2 of 3 months)');
    expect(chart?.title).not.toContain('up');
  });

  test('data for machines keep corrected and uncorrected apart, with the interval', async () => {
    const data = (await sentimentChart(page()))?.data.filter(({ time }) => time === '2026-09') ?? [];
    const of = (measure: string) => data.find((one) => one.measure === measure)?.value;
    expect([of('negative-corrected'), of('negative-from'), of('negative-to'), of('negative-uncorrected')]).toEqual([
      0.5, 0.4401, 0.5599, 0.49,
    ]);
    const may = (await sentimentChart(page()))?.data.filter(({ time }) => time === '2026-05') ?? [];
    expect(may.map(({ measure }) => measure)).not.toContain('negative-corrected');
    expect(may.find(({ measure }) => measure === 'negative-uncorrected')?.value).toBe(0.3);
  });

  test('to be explored: the corrected filled on their interval, the others open', async () => {
    const spec = (await sentimentChart(page()))?.spec;
    const view = new vega.View(vega.parse(compile(spec as TopLevelSpec).spec), { renderer: 'none' });
    const svg = await view.toSVG();
    view.finalize();
    const marks = [...svg.matchAll(/<path[^>]*aria-roledescription="point"[^>]*>/g)].map(([mark]) => mark);
    const open = marks.filter((mark) => mark.includes(`fill="${INK.paper}"`));
    // Three labels of May alone are not corrected; June has no figure.
    expect([marks.length, open.length]).toEqual([12, 3]);
    expect(open.every((mark) => /stroke="#0000/.test(mark))).toBe(true);
    expect(svg.match(/<line[^>]*stroke-width="2"/g)).toHaveLength(9);
  });

  test('a topic has its own, a report without comments and an account have none', async () => {
    const chart = await sentimentChart(page(), { of: 'topic', id: 'banjir', name: 'Banjir' });
    expect(chart?.title).toBe('Banjir: of every 100 comments, between 57 and 74 are negative');
    expect(chart?.notes.join(' ')).not.toContain('machine changed');
    expect(await sentimentChart(page('en', null))).toBeUndefined();
    expect(await topicsChart(page('en', null))).toBeUndefined();
    const own = await accountCharts(reportOf(), 'warta', { agency, declarations: [], words: i18n('en') });
    expect(own.map(({ id }) => id)).not.toContain('sentiment');
  });
});

describe('the chart of topics', () => {
  test('calls one the worst only where every share shown is corrected and it lies apart from all others', async () => {
    const whole = { ...opinion, cells: opinion.cells.filter(({ id }) => id !== 'vaksin') };
    expect((await topicsChart(page('en', whole)))?.title).toBe('Tarif baru is talked of most: 200 comments');
    const sure = structuredClone(whole);
    sure.cells = sure.cells.filter(({ id }) => id !== 'tarif');
    const jalan = sure.cells.find(({ id }) => id === 'jalan');
    if (jalan) jalan.shares.negative = { value: 0.4, raw: 0.4, interval: { from: 0.3, to: 0.5 } };
    expect((await topicsChart(page('en', sure)))?.title).toBe(
      'Banjir draws most complaints: of every 100 comments, between 57 and 74 are negative',
    );
    if (jalan?.shares.negative.interval) jalan.shares.negative.interval.to = 0.6;
    expect((await topicsChart(page('en', sure)))?.title).toBe('Banjir is talked of most: 120 comments');
  });

  test('names none the worst or the most talked of where a hidden one could be, and draws no kind of which most are hidden', async () => {
    const sure = { value: 0.9, raw: 0.9, interval: { from: 0.8, to: 0.95 } };
    const cells = opinion.cells.map((cell) =>
      cell.id === 'banjir' ? { ...cell, shares: { ...cell.shares, negative: sure } } : cell,
    );
    expect((await topicsChart(page('en', { ...opinion, cells })))?.title).toContain(
      'of 1 of 4 topics and policies the number of comments is hidden',
    );
    const vaksin = opinion.cells.find(({ id }) => id === 'vaksin');
    const more = ['a', 'b', 'c'].flatMap((id) => (vaksin ? [{ ...vaksin, id }] : []));
    const chart = await topicsChart(page('en', { ...opinion, cells: [...cells, ...more] }));
    expect(chart?.table.rows.map(([name]) => name)).toEqual(['Tarif baru']);
    expect(chart?.title).toContain('of 4 of 7');
  });

  test('a hidden topic says so, in the picture and in the table', async () => {
    const chart = await topicsChart(page());
    expect(chart?.table.rows.find(([name]) => name === 'Vaksin')).toEqual(['Vaksin', 'hidden', 'hidden', 'hidden', 'hidden']);
    expect(chart?.data.filter(({ part }) => part === 'topic=vaksin').every(({ value }) => value === null)).toBe(true);
  });
});
