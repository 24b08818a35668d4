import { expect, test } from 'vitest';
import { columns } from '#model/columns.ts';
import { Report } from '#model/report.ts';
import { fromCsv } from '#store/table.ts';
import { reportCsv } from '../src/components/download.ts';

const window = { from: '2026-09-01', to: '2026-09-30' };
const figure = (scope: string, value: number) => ({
  ...{ kpi: 'complaints-answered', scope, value, unit: 'ratio', stage: 'out-take', method: 2, window },
  ...{ numerator: 190, denominator: 203, n: 203, over: ['aduan'], without: [{ account: 'lapor', reason: 'not-in-export' }] },
  grounds: [{ account: 'aduan', source: 'register', metric: 'answered_on', api: 'v1' }],
});
const report = Report.parse({
  opinion: null,
  ...{ $schema: 'x', agency: 'kota', period: '2026-09', kind: 'month', ...window, zone: 'Asia/Jakarta', asOf: '2026-10-30' },
  ...{ begins: '2026-09-01', through: '2026-09-30', status: 'final', finalFrom: '2026-10-28', edition: 1 },
  figures: [
    {
      ...figure('agency', 0.936),
      early: { count: 3, of: 'days' },
      interval: { from: 0.9, to: 0.96 },
      channels: [
        { channel: 'email', numerator: 4, denominator: 5 },
        { channel: 'sms', numerator: 9, denominator: 10 },
      ],
      also: [{ how: 'weight-0-11', value: 76.5, grade: 'C' }],
    },
    { ...figure('aduan', 0.9), value: null, reason: 'failed' },
    figure('lain', 0.8),
  ],
  comparisons: [
    {
      ...{ kpi: 'complaints-answered', scope: 'agency', with: '2026-08', value: 0.9, difference: 0.036, ratio: null },
      usual: { from: 0.85, to: 0.97, n: 12, beyond: false },
    },
  ],
  yearAgo: [
    {
      kpi: 'complaints-answered',
      scope: 'agency',
      with: '2025-09',
      value: 0.8,
      difference: null,
      ratio: null,
      note: 'accounts-differ',
    },
  ],
  targets: [
    {
      ...{
        kpi: 'complaints-answered',
        scope: 'agency',
        direction: 'at-least',
        target: 0.95,
        near: 0.05,
        status: 'near',
        value: 0.936,
      },
      basis: { id: 'Rencana' },
    },
  ],
  ...{ narrative: [], accounts: [], daily: [], history: [], posts: [] },
  formats: [
    {
      ...{ scope: 'agency', kpi: 'engagement-rate-reach', window, least: 5, over: ['instagram'] },
      without: [{ account: 'x', reason: 'not-offered' }],
      rows: [
        { type: 'video', n: 40, median: 0.067, low: 0.05, high: 0.08 },
        { type: 'text', n: 2, median: null, low: null, high: null, reason: 'too-few' },
      ],
    },
  ],
  times: {
    ...{ window, zone: 'Asia/Jakarta', least: 3, over: ['instagram'], posts: 7 },
    cells: [
      { weekday: 1, hour: 8, n: 6, index: 1.4, from: 1.1, to: 1.9 },
      { weekday: 7, hour: 20, n: 1, index: null, from: null, to: null },
    ],
    bands: [{ days: 'weekend', hour: 20, n: 5, index: 0, from: 0, to: 1.2 }],
    online: [{ account: 'instagram', hour: 19, value: 812 }],
  },
  peers: [
    {
      ...{ kpi: 'complaints-answered', account: 'lain', value: 0.8, band: { from: 10, to: 90 }, n: 5, below: 2, percentile: 0.4 },
      ...{ low: 0.7, middle: 0.8, high: 0.9, peers: ['a', 'b', 'c', 'd', 'e'] },
    },
    {
      ...{ kpi: 'complaints-answered', account: 'aduan', value: null, reason: 'failed', band: null, n: 5, below: 0 },
      ...{ percentile: null, low: null, middle: null, high: null, peers: ['a', 'b'] },
    },
  ],
  parts: [
    {
      ...{
        account: 'aduan',
        family: 'register',
        measure: 'complaints-received',
        by: ['class'],
        day: '2026-09-30',
        snapshot: false,
      },
      ...{ metric: 'class', api: 'v1', observed: '2026-10-30', rows: [{ dimensions: { class: 'complaint' }, value: 40 }] },
    },
  ],
  byPart: [
    {
      ...{ kpi: 'complaints-answered', account: 'aduan', by: ['class'], unit: 'ratio' },
      rows: [
        { dimensions: { class: 'complaint' }, value: 0.5, numerator: 20, denominator: 40 },
        { dimensions: { class: 'aspiration' }, value: null, reason: 'suppressed' },
      ],
    },
  ],
});

const [agency, account, placed, ...rest] = fromCsv(reportCsv(report));

test('has the columns that the dictionary tells of, in its order', () => {
  expect(reportCsv(report).replace('\uFEFF', '').split('\r\n')[0]).toBe(Object.keys(columns).join(','));
  // Whoever reads the file by place relies on these.
  expect(Object.keys(columns).slice(0, 8)).toEqual('agency period status edition as_of kpi scope value'.split(' '));
  expect(Object.values(columns).filter((text) => text.trim() === '')).toEqual([]);
});

test('puts beside a figure all that is told of it', () => {
  expect(agency).toMatchObject({
    ...{ agency: 'kota', period: '2026-09', zone: 'Asia/Jakarta', kpi: 'complaints-answered', scope: 'agency', value: '0.936' },
    ...{
      numerator: '190',
      denominator: '203',
      n: '203',
      stage: 'out-take',
      method: '2',
      interval_from: '0.9',
      interval_to: '0.96',
    },
    ...{ compared_with: '2026-08', other_value: '0.9', difference: '0.036', ratio: '' },
    ...{ usual_from: '0.85', usual_to: '0.97', usual_n: '12', usual_beyond: 'false' },
    ...{ year_ago_with: '2025-09', year_ago_value: '0.8', year_ago_difference: '', year_ago_note: 'accounts-differ' },
    ...{ target: '0.95', target_direction: 'at-least', target_status: 'near' },
    ...{ early: '3', early_of: 'days', over: 'aduan', without: 'lapor: not-in-export' },
    ...{ channels: 'email: 4/5; sms: 9/10', also: 'weight-0-11: 76.5 C', platform_metrics: 'aduan: answered_on (v1)' },
  });
});

test('leaves a figure that is not known empty, with its reason, and takes nothing of another scope', () => {
  expect(account).toMatchObject({ scope: 'aduan', value: '', reason: 'failed', compared_with: '', target: '', usual_from: '' });
});

test('says where an account stands among peers on the line of its figure, and nothing where they are too few', () => {
  expect(placed).toMatchObject({
    ...{ scope: 'lain', value: '0.8', peers: 'a; b; c; d; e', peers_n: '5', peers_below: '2', peers_percentile: '0.4' },
    ...{ peers_from: '0.7', peers_middle: '0.8', peers_to: '0.9', peers_note: '' },
  });
  expect(account).toMatchObject({ peers: 'a; b', peers_n: '5', peers_below: '', peers_percentile: '', peers_note: 'failed' });
  expect(agency).toMatchObject({ peers: '', peers_n: '' });
});

test('has how posts of each type and of each hour did', () => {
  const [types, hours] = [
    rest.filter((one) => one['statistic'] === 'median'),
    rest.filter((one) => /hour=/.test(one['part'] ?? '')),
  ];
  expect(types[0]).toMatchObject({
    ...{ kpi: 'engagement-rate-reach', scope: 'agency', unit: 'ratio', part: 'type=video', value: '0.067', n: '40', least: '5' },
    ...{ middle_from: '0.05', middle_to: '0.08', over: 'instagram', without: 'x: not-offered', reason: '' },
  });
  expect(types[1]).toMatchObject({ part: 'type=text', value: '', reason: 'too-few', n: '2' });
  expect(hours[0]).toMatchObject({
    ...{ measure: 'engagements', statistic: 'relative', part: 'weekday=1; hour=8', value: '1.4', n: '6' },
    ...{ interval_from: '1.1', interval_to: '1.9', reason: '' },
  });
  expect(hours[1]).toMatchObject({ part: 'weekday=7; hour=20', value: '', reason: 'too-few' });
  expect(hours[2]).toMatchObject({ part: 'days=weekend; hour=20', value: '0', interval_from: '0' });
  expect(hours[3]).toMatchObject({
    scope: 'instagram',
    measure: 'followers-online',
    part: 'hour=19',
    value: '812',
    statistic: '',
  });
  expect([types.length, hours.length]).toEqual([2, 4]);
});

test('ends with the parts: rates under their KPI, the rest under its measure, what is hidden empty', () => {
  const parts = rest.filter((one) => one['part']?.startsWith('class='));
  expect([rest.length, parts.length]).toEqual([9, 3]);
  expect(parts[0]).toMatchObject({
    kpi: 'complaints-answered',
    scope: 'aduan',
    part: 'class=complaint',
    value: '0.5',
    denominator: '40',
  });
  expect(parts[1]).toMatchObject({ part: 'class=aspiration', value: '', reason: 'suppressed', numerator: '', denominator: '' });
  expect(parts[2]).toMatchObject({ kpi: '', measure: 'complaints-received', value: '40', observed: '2026-10-30' });
});
