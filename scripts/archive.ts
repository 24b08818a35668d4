import { Agency } from '#model/agency.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import type { Series } from '#model/observation.ts';
import { period, periodsWithin } from '#model/period.ts';
import type { Post, PostFigure } from '#model/post.ts';
import type { Run } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import { canonical } from '#store/json.ts';
import { paths, schemaOf } from '#store/paths.ts';
import { openData } from '#store/read.ts';
import { write } from '#store/write.ts';

/** What an agency has collected in years of daily runs, made by code: figures from a formula, the same each time. */
export interface Size {
  readonly months: number;
  /** Sources of its accounts, one account each. */
  readonly sources: readonly string[];
  /** Over all accounts and months. */
  readonly posts: number;
}

const FIRST = '2023-11-01';
/** The day of its newest run is so long after the last month that this one is settled. */
const WAIT = 40;

/** Writes it below a data folder. */
export function writeArchive(root: string, id: string, declarations: readonly Declaration[], size: Size, seed = 0): void {
  const at = paths(root);
  const months = periodsWithin(FIRST, addDays(FIRST, size.months * 31), 'month').slice(0, size.months);
  const last = months.at(-1)?.to ?? FIRST;
  const end = addDays(last, WAIT);
  const own = size.sources.flatMap((source) => declarations.find((one) => one.id === source) ?? []);
  const agency = Agency.parse({
    $schema: '../../schema/agency.json',
    id,
    name: id,
    short: id,
    place: id,
    sample: true,
    contact: 'kontak@tirtaraya.example',
    zone: 'Asia/Jakarta',
    languages: ['id', 'en'],
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    accounts: own.map(({ id: source, platform }) => ({
      id: source,
      name: source,
      platform,
      source,
      handle: source,
      since: FIRST,
    })),
  });
  write(at.agency(id), canonical(agency), false);
  for (const [index, declaration] of own.entries()) {
    let made = 0;
    for (const [number, { id: month, from, to }] of months.entries()) {
      const series = seriesOf(declaration, eachDay(from, to), seed + index);
      const account = declaration.id;
      write(
        at.observations(id, account, month),
        canonical({ $schema: schemaOf('observations', 4), account, month, series }),
        false,
      );
      const wanted = Math.round((size.posts * (number + 1)) / (size.months * own.length)) - made;
      const posts = postsOf(declaration, from, wanted, made + seed);
      made += wanted;
      if (declaration.gives.some(({ level }) => level === 'post'))
        write(at.posts(id, account, month), canonical({ $schema: schemaOf('posts', 4), account, month, posts }), false);
    }
  }
  for (const { id: month } of periodsWithin(FIRST, end, 'month'))
    write(at.runs(id, month), canonical({ $schema: schemaOf('runs', 3), month, runs: runsOf(own, month, end) }), false);
}

/** Brings news: the posts of an account's newest month have a new number of comments each. */
export function touch(root: string, id: string, account: string): void {
  const file = openData(root).posts(id, account).at(-1);
  const observed = openData(root).runs(id).at(-1)?.runs.at(-1)?.day;
  if (!file || observed === undefined) return;
  const posts = file.posts.map((post) => ({
    ...post,
    observed,
    figures: { ...post.figures, comments: { value: (post.figures.comments?.value ?? 0) + 1, metric: 'comments' } },
  }));
  write(paths(root).posts(id, account, file.month), canonical({ ...file, posts }), false);
}

function seriesOf({ id, api, gives }: Declaration, days: readonly Day[], seed: number): Series[] {
  const daily = gives.filter((one) => one.level === 'account' && one.window === 'day' && !one.dimensions?.length);
  const measures = new Map(daily.filter(({ until }) => until === undefined).map((one) => [one.measure, one]));
  return [...measures.values()].map(({ measure, metric }) => ({
    measure,
    window: 'day' as const,
    dimensions: {},
    source: id,
    metric,
    api,
    values: days.map((day, index) => ({ day, value: ((index + seed) * 37) % 900, observed: addDays(day, 29) })),
  }));
}

function postsOf({ id, api, gives }: Declaration, from: Day, count: number, seed: number): Post[] {
  const given = gives.filter(({ level, until }) => level === 'post' && until === undefined);
  const days = period(from.slice(0, 7));
  const length = eachDay(days.from, days.to).length;
  const posts = Array.from({ length: count }, (_, index): Post => {
    const day = addDays(from, Math.floor((index * length) / count));
    const figures = given.map(({ measure, metric }, at): [string, PostFigure] => [
      measure,
      { value: 1 + (((index + seed) * 131 + at * 17) % 5000), metric },
    ]);
    return {
      id: `${from}-${String(index).padStart(5, '0')}`,
      day,
      at: `${day}T${String((index * 7) % 24).padStart(2, '0')}:00:00+07:00`,
      type: (['image', 'video', 'text', 'link'] as const)[index % 4] ?? 'image',
      text: `Kabar ${index}`,
      tags: [],
      figures: Object.fromEntries(figures),
      source: id,
      api,
      observed: addDays(day, 29),
    };
  });
  return posts;
}

function runsOf(own: readonly Declaration[], month: string, end: Day): Run[] {
  const { from, to } = period(month);
  return eachDay(from, to < end ? to : end).map((day) => ({
    day,
    accounts: own.map(({ id, api }) => ({
      account: id,
      source: id,
      api,
      outcome: 'complete' as const,
      requests: 3,
      posts: {
        from: addDays(day, -29) < FIRST ? FIRST : addDays(day, -29),
        to: addDays(day, -1) < FIRST ? FIRST : addDays(day, -1),
      },
      gaps: [],
    })),
  }));
}
