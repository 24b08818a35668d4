import { z } from 'zod';
import { Agency, type Account } from '#model/agency.ts';
import { Private, type Comment } from '#model/comment.ts';
import { addDays, daysBetween, eachDay, type Day } from '#model/day.ts';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { Declaration } from '#model/source.ts';
import { address, type Transport } from '#sources/http/http.ts';
import type { ApiSource, Ask, AskComments, Pull } from '#sources/source.ts';
import type { Means } from '../scripts/pull.ts';

/** A platform that there is not: what it serves on a day follows from the day alone, so that two ways of living through days can be compared. */
const SERVER = 'https://virtual.example';

const base: Declaration = {
  id: 'virtual',
  platform: 'virtual',
  name: 'Virtual',
  title: { en: 'A platform that there is not', id: 'Platform yang tidak ada' },
  family: 'social',
  kind: 'api',
  api: 'v2',
  server: SERVER,
  secrets: [],
  peers: true,
  gives: [
    { measure: 'followers', level: 'account', window: 'day', metric: 'followers', snapshot: true },
    { measure: 'followers', level: 'account', window: 'day', dimensions: ['age'], metric: 'followers_by_age', snapshot: true },
    { measure: 'views', level: 'account', window: 'day', metric: 'views', snapshot: false },
    { measure: 'reach', level: 'account', window: 'month', metric: 'reach_month', snapshot: false },
    { measure: 'likes', level: 'post', metric: 'likes', snapshot: false },
    { measure: 'impressions', level: 'post', metric: 'private_impressions', snapshot: true },
  ],
  lacks: [],
  engagement: ['likes'],
  settles: 3,
  freezes: 28,
  limits: { en: '', id: '' },
  how: [],
  tried: 'never',
  fixture: 'ours',
};

/** Posts younger than this in days still have their private figures. */
export const PRIVATE = 30;

const seed = (day: Day): number => daysBetween('2020-01-01', day);
/** A daily figure grows until it has settled. */
const views = (day: Day, seen: Day): number => seed(day) * 10 + Math.min(3, daysBetween(day, seen));
const figure = (value: number | null, metric: string) =>
  value === null ? { value, reason: 'not-collected' as const, metric } : { value, metric };

export interface Options {
  readonly declaration?: Partial<Declaration>;
  readonly comments?: (ask: AskComments) => AsyncIterable<Comment>;
  readonly cost?: number;
  readonly gaps?: Pull['gaps'];
  readonly expires?: Day;
  /** Calls that each pull makes. */
  readonly calls?: number;
  readonly breaks?: (ask: Ask) => void;
}

/** The source, and what it was asked. */
export function virtual(options: Options = {}) {
  const declaration = { ...base, ...options.declaration };
  const asked: Ask[] = [];
  const read = async (ask: Ask, isPeer: boolean): Promise<Pull> => {
    asked.push(ask);
    options.breaks?.(ask);
    for (let call = 0; call < (options.calls ?? 1); call += 1)
      await ask.http.json({ url: address(ask.account.server ?? SERVER, '/x', { call }), schema: z.object({ ok: z.boolean() }) });
    const { today, api } = ask;
    const one = (
      measure: Series['measure'],
      window: Series['window'],
      metric: string,
      values: [Day, number][],
      by = {},
    ): Series => ({
      measure,
      window,
      dimensions: by,
      source: declaration.id,
      metric,
      api,
      values: values.map(([day, value]) => ({ day, value, observed: today })),
    });
    const days = isPeer || !ask.days ? [] : eachDay(ask.days.from, ask.days.to);
    const ends = days.filter((day) => addDays(day, 1).endsWith('-01'));
    const posts = eachDay(ask.posts.from, addDays(ask.posts.to, -1)).map((day): Post => {
      const age = daysBetween(day, today);
      const impressions = age < PRIVATE ? seed(day) * 2 + Math.min(age, 28) : null;
      return {
        id: `post-${day}`,
        day,
        type: 'text',
        text: 'Kata-kata pejabat',
        tags: ['warga'],
        figures: {
          likes: figure(seed(day) + Math.min(age, 28), 'likes'),
          ...(isPeer ? {} : { impressions: figure(impressions, 'private_impressions') }),
        },
        source: declaration.id,
        api,
        observed: today,
      };
    });
    return {
      api,
      series: [
        one('followers', 'day', 'followers', [[today, seed(today)]]),
        ...(ask.audience
          ? ['18-24', '25-34'].map((age, index) => one('followers', 'day', 'followers_by_age', [[today, 100 + index]], { age }))
          : []),
        ...(days.length > 0
          ? [
              one(
                'views',
                'day',
                'views',
                days.map((day) => [day, views(day, today)]),
              ),
            ]
          : []),
        ...(ends.length > 0
          ? [
              one(
                'reach',
                'month',
                'reach_month',
                ends.map((day) => [day, views(day, today) * 3]),
              ),
            ]
          : []),
      ],
      posts,
      span: ask.posts,
      gaps: options.gaps ?? [],
      ...(options.cost === undefined ? {} : { cost: options.cost }),
      ...(options.expires === undefined ? {} : { expires: options.expires }),
    };
  };
  const source: ApiSource = {
    declaration,
    collect: (ask) => read(ask, false),
    peer: (ask) => read(ask, true),
    ...(options.comments ? { comments: options.comments } : {}),
  };
  return { source, asked };
}

export const account = (change: Partial<Account> = {}): Account => ({
  id: 'one',
  name: 'One',
  platform: 'virtual',
  source: 'virtual',
  handle: 'one',
  since: '2026-01-01',
  ...change,
});

export const agency = (accounts: readonly Account[], peers: readonly Account[] = []): Agency =>
  Agency.parse({
    $schema: '../../schema/agency.json',
    id: 'kantor',
    name: 'Kantor',
    short: 'Kantor',
    place: 'Sini',
    contact: 'kontak@kantor.example',
    zone: 'Asia/Makassar',
    languages: ['id'],
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    accounts,
    ...(peers.length > 0 ? { peers } : {}),
  });

/** Answers every request with the same. */
export const ok: Transport = async () => ({
  status: 200,
  headers: new Map(),
  body: (async function* () {
    yield new TextEncoder().encode('{"ok":true}');
  })(),
});

export const means = (day: Day, source: ApiSource, change: Partial<Means> = {}): Means => ({
  transport: ok,
  sleep: () => Promise.resolve(),
  random: () => 0.5,
  now: () => new Date(`${day}T12:00:00Z`),
  env: {},
  find: (id) => (id === source.declaration.id ? source : undefined),
  ...change,
});

/** Comments on each of these days, one after the other, each with words that appear nowhere else. */
export async function* talk(
  perDay: (day: Day) => number,
  { written }: AskComments,
  own: (index: number) => boolean = () => false,
): AsyncIterable<Comment> {
  for (const day of eachDay(written.from, written.to)) {
    for (let index = 0; index < perDay(day); index += 1) {
      if (index % 100 === 0) await Promise.resolve();
      yield {
        words: new Private(`kata ${day} ${index}`),
        author: new Private(`orang ${index}`),
        id: new Private(`${day}-${index}`),
        day,
        post: 'post',
        own: own(index),
        reply: false,
      };
    }
  }
}
