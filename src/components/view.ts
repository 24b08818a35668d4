import type { Agency } from '#model/agency.ts';
import type { Campaign } from '#model/campaign.ts';
import type { Day } from '#model/day.ts';
import type { Manifest } from '#model/manifest.ts';
import type { KpiFigure } from '#model/kpi-figure.ts';
import type { Report } from '#model/report.ts';
import type { Declaration } from '#model/source.ts';
import type { Topic } from '#model/topic.ts';
import type { Chart } from '#charts/chart.ts';
import { charts } from '#charts/index.ts';
import { i18n, type I18n } from '#i18n/index.ts';
import type { Names } from '#i18n/answer.ts';
import { svgCache } from '#store/cache.ts';
import { openData } from '#store/read.ts';

export const data = openData();
export const cache = svgCache(process.env['TERANG_CACHE'] ?? '.cache/charts');

/** All that the parts of one report page share. */
export interface View {
  readonly words: I18n;
  readonly agency: Agency;
  readonly report: Report;
  readonly charts: readonly Chart[];
  readonly files: ReadonlyMap<string, Manifest['files'][number]>;
  readonly names: Names;
  /** Where it is no report but what came of a campaign, which has no other periods to be put beside. */
  readonly campaign?: Campaign;
}

const views = new Map<string, Promise<View>>();
const lists = new Map<string, View['files']>();
const followed = new Map<string, readonly Topic[]>();
let declared: readonly Declaration[] | undefined;

/** A report with its charts. The last few are kept: a page and its chart files ask for the same one in a row. */
export function view(lang: string, agency: string, period: string): Promise<View> {
  const key = `${lang}/${agency}/${period}`;
  let found = views.get(key);
  if (!found) {
    if (views.size >= 4) views.delete(views.keys().next().value as string);
    views.set(key, (found = load(lang, agency, period)));
  }
  return found;
}

async function load(lang: string, id: string, period: string): Promise<View> {
  const words = i18n(lang);
  const agency = data.agency(id);
  const report = data.report(id, period);
  return {
    words,
    agency,
    report,
    charts: await charts(report, { agency, declarations: declarations(), words, topics: topicNames(id, words), cache }),
    files: filesOf(id),
    names: namesOf(agency),
  };
}

/** What each source declares, read once a build. */
export function declarations(): readonly Declaration[] {
  return (declared ??= data.sources());
}

/** The agency's data files by path, read once a build. */
export function filesOf(agency: string): View['files'] {
  let files = lists.get(agency);
  if (!files) lists.set(agency, (files = new Map(data.files(agency).map((file) => [file.path, file]))));
  return files;
}

/** The topics and policies that staff follow, read once a build. */
export function topicsOf(agency: string): readonly Topic[] {
  let topics = followed.get(agency);
  if (!topics) followed.set(agency, (topics = data.topics(agency)));
  return topics;
}

/** Day by which the notes of staff that stand outside reports, such as `topics.json`, are told: that of the agency's newest data. */
export function notedBy(agency: string): Day {
  const newest = data.periods(agency).findLast((id) => /^\d{4}-\d\d$/.test(id));
  return newest === undefined ? '' : data.report(agency, newest).asOf;
}

/** Their names in a language, by id. */
export function topicNames(agency: string, words: I18n): ReadonlyMap<string, string> {
  return new Map(topicsOf(agency).map(({ id, name }) => [id, words.text(name).text]));
}

/** A profile goes by its platform's name where the agency has one there, as people speak of it, else by both; a site or a register by its own. */
export function namesOf(agency: Agency): Names {
  const declared = (source: string) => declarations().find((one) => one.id === source);
  const names = new Map(
    agency.accounts.map((account) => {
      const alone = agency.accounts.filter((other) => other.platform === account.platform).length === 1;
      const source = declared(account.source);
      if (source && source.family !== 'social') return [account.id, account.name];
      const name = source?.name ?? account.platform;
      return [account.id, alone ? name : `${name} ${account.name}`];
    }),
  );
  for (const peer of agency.peers ?? []) names.set(peer.id, peer.name);
  return { agency: agency.short, account: (id) => names.get(id) ?? id };
}

export function figureOf(report: Report, kpi: string, scope = 'agency'): KpiFigure | undefined {
  return report.figures.find((figure) => figure.kpi === kpi && figure.scope === scope);
}

export function comparisonOf(report: Report, kpi: string, scope = 'agency') {
  return report.comparisons.find((one) => one.kpi === kpi && one.scope === scope);
}

/** The figure beside that of the same period a year before; undefined where the two can't be compared, unless a `note` why not is wanted, too. */
export function yearAgoOf(report: Report, kpi: string, scope = 'agency', withNote = false) {
  return report.yearAgo.find(
    (one) => one.kpi === kpi && one.scope === scope && (one.difference !== null || (withNote && one.note !== undefined)),
  );
}

export function targetOf(report: Report, kpi: string, scope = 'agency') {
  return report.targets.find((one) => one.kpi === kpi && one.scope === scope);
}

/** Why there is no figure: an account's own that must not be added up has no parts by account to be pointed at. */
export function whyNot(words: I18n, { reason = 'not-collected', scope }: Pick<KpiFigure, 'reason' | 'scope'>): string {
  return reason === 'not-additive' && scope !== 'agency' ? words.t('campaigns.own-not-added') : words.reason(reason);
}
