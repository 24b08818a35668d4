import { kpis } from '#kpis/index.ts';
import type { Edition } from '#model/edition.ts';
import type { Text } from '#model/text.ts';
import { PeriodId } from '#model/period.ts';
import type { I18n, Style } from '#i18n/index.ts';
import { stated } from '#i18n/stated.ts';
import { page } from './address.ts';
import { data, filesOf } from './view.ts';

/** A changed figure with what it takes to write it. */
export type Changed = Edition['revisions'][number] &
  Pick<Edition['figures'][number], 'unit' | 'currency'> & {
    /** Of a target that changed: where it was set. */
    readonly basis?: Text;
  };

/** One edition of a period's report or a campaign's result, without its figures. */
export interface Publication extends Pick<Edition, 'edition' | 'published' | 'before'> {
  /** A period, or the id of a campaign. */
  readonly of: string;
  /** Below the data folder. */
  readonly path: string;
  readonly sha256: string;
  readonly figures: number;
  readonly changed: readonly Changed[];
  /** The edition that took its place. */
  readonly next: Pick<Edition, 'edition' | 'published'> | undefined;
}

const read = new Map<string, readonly Publication[]>();

/** Every edition of an agency, the newest first. Read once a build. */
export function publications(agency: string): readonly Publication[] {
  let found = read.get(agency);
  if (!found) read.set(agency, (found = load(agency)));
  return found;
}

function load(agency: string): Publication[] {
  const files = filesOf(agency);
  const published = new Set([...files.keys()].flatMap((path) => /\/editions\/([^/]+)\/\d+\.json$/.exec(path)?.[1] ?? []));
  const all = [...published].flatMap((of) => {
    const editions = data.editions(agency, of);
    return editions.map(({ edition, published: day, before, figures, targets, revisions }, index): Publication => {
      const path = `agencies/${agency}/editions/${of}/${edition}.json`;
      const former = editions[index - 1]?.figures ?? [];
      const next = editions[index + 1];
      return {
        of,
        edition,
        published: day,
        before,
        path,
        sha256: files.get(path)?.sha256 ?? '',
        figures: figures.length,
        changed: revisions.map((one) => {
          const same = (figure: Edition['figures'][number]) => figure.kpi === one.kpi && figure.scope === one.scope;
          const { unit = 'count', currency } = figures.find(same) ?? former.find(same) ?? {};
          const set = [...targets, ...(editions[index - 1]?.targets ?? [])].find(
            ({ kpi, scope, target }) => kpi === one.kpi && scope === one.scope && target === (one.to ?? one.from),
          );
          const basis = one.cause === 'target changed' ? set?.basis : undefined;
          return { ...one, unit, ...(currency === undefined ? {} : { currency }), ...(basis ? { basis } : {}) };
        }),
        next: next && { edition: next.edition, published: next.published },
      };
    });
  });
  return all.sort((a, b) => (a.published === b.published ? (a.path < b.path ? -1 : 1) : a.published > b.published ? -1 : 1));
}

/** What an edition is of, in words. */
export function nameOf(words: I18n, agency: string, of: string, style?: Style): string {
  if (PeriodId.safeParse(of).success) return words.period(of, style);
  const campaign = data.campaigns(agency).find(({ id }) => id === of);
  return campaign ? words.text(campaign.name).text : of;
}

/** Why a figure or target changed, in the page's language where somebody has said it so; empty where nobody has said. */
export function reasonOf(words: I18n, { basis, reason }: Pick<Changed, 'basis' | 'reason'>): string {
  return basis === undefined ? stated(reason, words.lang) : words.text(basis).text;
}

/** Where an edition can be read: the newest is the report itself. */
export function addressOf(lang: string, agency: string, { of, edition, next }: Publication): string {
  if (next) return page(lang, agency, of, 'editions', String(edition));
  return PeriodId.safeParse(of).success ? page(lang, agency, of) : page(lang, agency, 'campaigns', of);
}

/** A KPI's name; its id where it is no longer computed. */
export function kpiName(words: I18n, id: string): string {
  return kpis.some((one) => one.id === id) ? words.kpi(id).name : id;
}

/** Where an edition stands in the list of all: the start of its hash, which citations carry. */
export function anchorOf({ sha256 }: Pick<Publication, 'sha256'>): string {
  return `sha-${sha256.slice(0, 12)}`;
}
