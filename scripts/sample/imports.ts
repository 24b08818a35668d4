import { addDays, type Day } from '#model/day.ts';
import { CLOCK, RESTATED, SINCE, following, span } from './calendar.ts';
import { suite } from './instagram.ts';
import { registers } from './registers/index.ts';
import type { World } from './world.ts';
import { overview, posts } from './x.ts';
import { content, daily, geography, viewers } from './youtube.ts';

/** An export that somebody of the office hands in on a day. */
export interface Import {
  readonly day: Day;
  readonly account: string;
  readonly source: string;
  /** As the platform named it. The export of the same month on a later day has the same name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** First and last day that the export covers. */
  readonly from: Day;
  readonly to: Day;
  /** Language of the numbers, where the file leaves it open: `12,400` may be twelve. */
  readonly locale?: 'en';
  /** Why settled figures change, as staff state it. */
  readonly reason?: string;
}

const REASON =
  'Penayangan tidak sah dihapus oleh platform; dua video November 2025 dikoreksi. / Invalid traffic removed by the platform; two videos of November 2025 corrected.';

/** Every export up to the sample's clock, in order of time: each month on the 3rd of the next and, settled, 28 days or more after its end. */
export function imports(world: World): Import[] {
  const found: Import[] = [];
  for (let month = SINCE.slice(0, 7); month < CLOCK.slice(0, 7); month = following(month)) {
    const next = following(month);
    const last = span(next).to;
    for (const day of [`${next}-03`, last < `${next}-30` ? last : `${next}-30`])
      if (day <= CLOCK) found.push(...exported(world, month, day));
  }
  // Shares of viewers are the same as before: nobody hands them in again.
  const corrected = exported(world, '2025-11', RESTATED).filter(
    ({ account, name }) => account === 'youtube' && !name.startsWith('Viewer'),
  );
  found.push(...corrected.map((each) => ({ ...each, reason: REASON })));
  found.push(...registers());
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function exported(world: World, month: string, day: Day): Import[] {
  const { from, to } = span(month);
  const range = `${from}_${to}`;
  // Studio names the day after the last.
  const studio = `${from}_${addDays(to, 1)}`;
  const common = { day, from, to };
  return [
    {
      ...common,
      account: 'instagram',
      source: 'meta-business-suite',
      locale: 'en',
      name: `instagram_content_${range}.csv`,
      bytes: suite(world, month, day),
    },
    {
      ...common,
      account: 'x',
      source: 'x-analytics',
      name: `account_overview_analytics_${range}.csv`,
      bytes: overview(world, month, day),
    },
    {
      ...common,
      account: 'x',
      source: 'x-analytics',
      name: `account_analytics_content_${range}.csv`,
      bytes: posts(world, month, day),
    },
    {
      ...common,
      account: 'youtube',
      source: 'youtube-studio',
      name: `Content ${studio} Table data.csv`,
      bytes: content(world, month, day),
    },
    {
      ...common,
      account: 'youtube',
      source: 'youtube-studio',
      name: `Date ${studio} Table data.csv`,
      bytes: daily(world, month, day),
    },
    ...(
      [
        ['Viewer age', viewers('age', month)],
        ['Viewer gender', viewers('gender', month)],
        ['Geography', geography(world, month, day)],
      ] as const
    ).map(([tab, bytes]) => ({
      ...common,
      account: 'youtube',
      source: 'youtube-studio',
      name: `${tab} ${studio} Table data.csv`,
      bytes,
    })),
  ];
}
