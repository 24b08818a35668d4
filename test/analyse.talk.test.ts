import { expect, test } from 'vitest';
import type { Collected } from '#analyse/input.ts';
import { reportsOf } from '#analyse/report.ts';
import { Agency } from '#model/agency.ts';
import { eachDay } from '#model/day.ts';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { Run } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';

const words = { id: 'kata', en: 'words' };
const declaration: Declaration = {
  id: 'jejaring',
  platform: 'jejaring',
  family: 'social',
  name: 'Jejaring',
  title: words,
  kind: 'api',
  api: '1',
  secrets: [],
  gives: [
    { measure: 'followers', level: 'account', window: 'day', metric: 'followers', snapshot: true },
    { measure: 'comments', level: 'post', metric: 'replies', snapshot: false },
  ],
  lacks: [],
  engagement: ['comments'],
  settles: 1,
  freezes: 28,
  limits: words,
  how: [],
  tried: 'never',
  fixture: 'ours',
};

const account = (id: string, since = '2026-01-01') => ({
  ...{ id, name: id, platform: 'jejaring', source: 'jejaring', handle: id, since },
});
const followers = (value: number): Series => ({
  measure: 'followers',
  window: 'day',
  dimensions: {},
  source: 'jejaring',
  metric: 'followers',
  api: '1',
  values: eachDay('2026-01-01', '2026-02-28').map((day) => ({ day, value, observed: day })),
});
const heard = (value: Series['values'][number]): Series => ({
  ...followers(0),
  measure: 'comments',
  window: 'month',
  metric: 'comments, counted one by one',
  values: [value],
});
const post = (id: string, comments: number): Post => ({
  id,
  day: '2026-02-10',
  type: 'text',
  text: '',
  tags: [],
  figures: { comments: { value: comments, metric: 'replies' } },
  source: 'jejaring',
  api: '1',
  observed: '2026-03-20',
});

function reportOf(own: readonly Series[], peers: readonly { id: string; since?: string; comments: number }[] = []) {
  const read = (id: string) => ({
    ...{ account: id, source: 'jejaring', api: '1', outcome: 'complete' as const, requests: 1, gaps: [] },
    posts: { from: '2026-01-01', to: '2026-02-28' },
  });
  const run: Run = { day: '2026-04-20', accounts: [read('kami')], peers: peers.map(({ id }) => read(id)) };
  const collected: Collected = {
    agency: Agency.parse({
      ...{
        $schema: '',
        id: 'dinas',
        name: 'Dinas',
        short: 'Dinas',
        place: 'Kota',
        contact: 'a@dinas.example',
        zone: 'Asia/Jakarta',
      },
      languages: ['id'],
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      accounts: [account('kami')],
      peers: peers.map(({ id, since }) => account(id, since)),
    }),
    declarations: [declaration],
    series: new Map<string, readonly Series[]>([
      ['kami', [followers(100), ...own]],
      ...peers.map(({ id }) => [id, [followers(100)]] as const),
    ]),
    posts: new Map<string, readonly Post[]>([
      ['kami', [post('p', 9)]],
      ...peers.map(({ id, comments }) => [id, [post(id, comments)]] as const),
    ]),
    runs: [run],
    campaigns: [],
  };
  const found = reportsOf(collected).find(({ period }) => period === '2026-02');
  if (!found) throw new Error('no report');
  return found;
}
const figure = (report: ReturnType<typeof reportOf>, kpi: string) =>
  report.figures.find((one) => one.kpi === kpi && one.scope === 'kami');

test('comments that were counted one by one take the place of those on posts of the month', () => {
  expect(figure(reportOf([]), 'conversation-volume')).toMatchObject({ value: 9, grounds: [{ metric: 'replies' }] });
  const counted = reportOf([heard({ day: '2026-02-28', value: 23, observed: '2026-03-08' })]);
  expect(figure(counted, 'conversation-volume')).toMatchObject({
    value: 23,
    grounds: [{ metric: 'comments, counted one by one' }],
  });
});

test('a month that could not be heard is not known: the other count does not step in for it', () => {
  const deaf = reportOf([heard({ day: '2026-02-28', value: null, reason: 'failed', observed: '2026-03-08' })]);
  expect(figure(deaf, 'conversation-volume')).toMatchObject({ value: null, reason: 'failed' });
});

test('the share of voice counts the peers that cover the whole month, and rests on each of them', () => {
  const peers = [
    { id: 'lain', comments: 20 },
    { id: 'baru', since: '2026-02-05', comments: 500 },
    { id: 'tetangga', comments: 1 },
  ];
  const share = figure(reportOf([], peers), 'share-of-voice');
  expect(share).toMatchObject({ value: 0.3, numerator: 9, denominator: 30 });
  expect(share?.grounds.map((ground) => ground.account)).toEqual(['kami', 'lain', 'tetangga']);
});

test('peers stand in no total and in no state of the report', () => {
  const report = reportOf([], [{ id: 'lain', comments: 20 }]);
  expect(report.figures.every(({ scope, over }) => scope !== 'lain' && !over.includes('lain'))).toBe(true);
  expect(report.accounts.map((one) => one.account)).toEqual(['kami']);
  expect(report.posts.map((one) => one.account)).toEqual(['kami']);
});
