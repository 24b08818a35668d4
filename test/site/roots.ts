import path from 'node:path';
import type { Collected } from '#analyse/input.ts';
import { Agency } from '#model/agency.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { AccountRun, Gap } from '#model/run.ts';
import { canonical } from '#store/json.ts';
import { writeManifest } from '#store/manifest.ts';
import { openData } from '#store/read.ts';
import { bytes, list, write } from '#store/write.ts';
import { analyse } from '../../scripts/analyse.ts';

/** Texts that try to leave their place. */
export const HOSTILE = {
  tag: '<script>alert(1)</script>',
  attribute: '"><img src=x onerror=alert(2)>',
  code: "${alert(3)} {{alert(4)}} </title></style><svg onload='alert(5)'> &lt;b&gt; {`x`}",
  long: 'Pertanggungjawabanketerbukaaninformasipublik'.repeat(5),
  turned: 'Laporan \u202Etxt.exe\u202C \u2067kanan\u2069',
};

/** An agency that is fit for a page in one way only. */
export interface Kind {
  readonly id: string;
  readonly names?: Partial<Agency>;
  readonly sources: readonly string[];
  readonly called?: readonly string[];
  /** Days with figures; none where nothing ever arrived. */
  readonly days?: readonly [from: Day, to: Day];
  /** First day that reports should cover and day of the run; without a run there are no reports. */
  readonly since: Day;
  readonly run?: Day;
  readonly text?: string;
}

export const KINDS: readonly Kind[] = [
  { id: 'nihil', sources: [], since: '2026-09-01' },
  { id: 'kosong', sources: ['mastodon', 'youtube-studio'], since: '2026-09-01' },
  // A day in a month that is not over has no report yet.
  { id: 'tunggu', sources: ['mastodon'], since: '2026-09-14', days: ['2026-09-14', '2026-09-14'], run: '2026-09-15' },
  { id: 'sehari', sources: ['mastodon'], since: '2026-09-30', days: ['2026-09-30', '2026-09-30'], run: '2026-10-01' },
  {
    id: 'perdana',
    sources: ['mastodon', 'x-analytics'],
    since: '2026-09-01',
    days: ['2026-09-01', '2026-09-30'],
    run: '2026-10-03',
  },
  { id: 'bisu', sources: ['facebook', 'youtube-studio'], since: '2026-08-20', run: '2026-10-02' },
  {
    id: 'jahat',
    sources: ['facebook', 'mastodon', 'bluesky'],
    called: [HOSTILE.tag, HOSTILE.long, HOSTILE.turned],
    names: {
      name: `${HOSTILE.tag} ${HOSTILE.long}`,
      short: HOSTILE.attribute,
      place: HOSTILE.turned,
      contact: HOSTILE.code,
      licence: { name: HOSTILE.attribute, url: 'https://example.org/' },
    },
    since: '2026-09-01',
    days: ['2026-09-01', '2026-09-30'],
    run: '2026-10-03',
    text: Object.values(HOSTILE).join(' '),
  },
];

/** Writes a data folder with these agencies, their reports computed by the project's own pipeline. `sample` lends the declarations. */
export function makeRoot(root: string, kinds: readonly Kind[], sample = 'data'): void {
  for (const file of list(sample))
    if (!file.startsWith('agencies/')) write(path.join(root, file), bytes(path.join(sample, file)), false);
  for (const kind of kinds) {
    const agency = agencyOf(kind);
    write(path.join(root, 'agencies', kind.id, 'agency.json'), canonical(agency), false);
    if (kind.run !== undefined) analyse(root, kind.id, collect(kind, agency, root), { flush: false });
    if (kind.sources.length > 0) writeManifest(root, kind.id);
  }
}

function agencyOf({ id, names, called, sources, since }: Kind): Agency {
  return Agency.parse({
    $schema: '../../schema/agency.json',
    id,
    name: `Kantor ${id}`,
    short: id,
    place: 'Kota Contoh',
    sample: true,
    contact: 'humas@contoh.example',
    zone: 'Asia/Jayapura',
    languages: ['id', 'en'],
    licence: { name: 'CC0', url: 'https://example.org/' },
    floor: 0.8,
    accounts: sources.map((source, index) => ({
      id: source,
      name: called?.[index] ?? source,
      platform: source,
      source,
      handle: source,
      url: 'https://example.org/',
      since,
    })),
    ...names,
  });
}

function collect(kind: Kind, agency: Agency, root: string): Collected {
  const declarations = openData(root).sources();
  const run = kind.run as Day;
  const of = (id: string) => {
    const found = declarations.find((one) => one.id === id);
    if (!found) throw new Error(`the sample declares no source "${id}"`);
    return found;
  };
  const series = (id: string): Series[] => {
    if (!kind.days) return [];
    const [from, to] = kind.days;
    const seen = new Set<string>();
    return of(id)
      .gives.filter(
        ({ level, window, measure, until }) =>
          level === 'account' &&
          window === 'day' &&
          (until === undefined || until >= to) &&
          !seen.has(measure) &&
          seen.add(measure),
      )
      .map(({ measure, metric }) => ({
        measure,
        window: 'day' as const,
        dimensions: {},
        source: id,
        metric,
        api: of(id).api,
        values: eachDay(measure === 'followers' ? addDays(from, -1) : from, to).map((day, index) => ({
          day,
          value: 1000 + index * 3,
          observed: run,
        })),
      }));
  };
  const posts = (id: string): Post[] =>
    kind.days
      ? eachDay(...kind.days).map((day, index) => ({
          id: `${id}-${index}`,
          day,
          type: 'text' as const,
          text: kind.text ?? 'Kiriman percobaan.',
          tags: [],
          figures: Object.fromEntries(of(id).engagement.map((measure) => [measure, { value: index, metric: measure }])),
          source: id,
          api: of(id).api,
          observed: run,
        }))
      : [];
  const result = (id: string): AccountRun => {
    const gap: Gap = { from: kind.since, to: addDays(run, -1), reason: 'failed', detail: kind.text?.slice(0, 300) ?? 'HTTP 503' };
    return {
      account: id,
      source: id,
      api: of(id).api,
      outcome: kind.days ? 'complete' : 'failed',
      requests: kind.days ? 3 : 0,
      posts: kind.days ? { from: kind.days[0], to: kind.days[1] } : null,
      gaps: kind.days && kind.text === undefined ? [] : [gap],
    };
  };
  return {
    agency,
    declarations,
    series: new Map(kind.sources.map((id) => [id, series(id)])),
    campaigns: [],
    posts: new Map(kind.sources.map((id) => [id, posts(id)])),
    runs: [{ day: run, accounts: kind.sources.map(result) }],
  };
}
