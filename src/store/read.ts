import fs from 'node:fs';
import path from 'node:path';
import { Agency } from '#model/agency.ts';
import { Calendar } from '#model/calendar.ts';
import { ClassifierCard } from '#model/classifier.ts';
import { Campaign, CampaignResult } from '#model/campaign.ts';
import { Edition, Revision } from '#model/edition.ts';
import { Manifest } from '#model/manifest.ts';
import { Observations } from '#model/observation.ts';
import { OpinionMonth } from '#model/opinion.ts';
import { period } from '#model/period.ts';
import { Posts } from '#model/post.ts';
import { Report } from '#model/report.ts';
import { Runs } from '#model/run.ts';
import { Sources, type Declaration } from '#model/source.ts';
import { Terms, Topics, type Topic } from '#model/topic.ts';
import { parseFile } from './parse.ts';
import { paths } from './paths.ts';
import { fromCsv } from './table.ts';
import { sha256 } from './write.ts';

/** The reading side of the store. Everything is read from disk when asked for, checked against its schema, and never written. */
export function openData(root = process.env['TERANG_DATA'] ?? 'data') {
  const at = paths(root);
  const months = (folder: string) => names(folder).map((name) => name.replace(/\.json$/, ''));
  return {
    root,
    /** Whether the data folder holds a file of that path. */
    has: (file: string): boolean => fs.existsSync(path.join(root, file)),
    /** Every agency, by id. */
    agencies: (): Agency[] => names(at.agencies).flatMap((id) => parseFile(at.agency(id), Agency) ?? []),
    /** Throws where there is no such agency. */
    agency: (id: string): Agency => need(parseFile(at.agency(id), Agency), at.agency(id)),
    sources: (): Declaration[] => parseFile(at.sources, Sources)?.sources ?? [],
    /** Periods with a report, oldest first; a year stands after its last quarter, a quarter after its last month. */
    periods: (id: string): string[] => months(at.folder(id) + '/reports').sort(byTime),
    report: (id: string, name: string): Report => need(parseFile(at.report(id, name), Report), at.report(id, name)),
    /** Editions of a period, first one first. */
    editions: (id: string, name: string): Edition[] =>
      editionNumbers(path.join(at.folder(id), 'editions', name)).flatMap(
        (number) => parseFile(at.edition(id, name, number), Edition) ?? [],
      ),
    /** What staff say of each campaign, in the order in which they began. */
    campaigns: (id: string): Campaign[] =>
      months(path.join(at.folder(id), 'campaigns'))
        .flatMap((name) => parseFile(at.campaign(id, name), Campaign) ?? [])
        .sort((a, b) => (a.from + a.id < b.from + b.id ? -1 : 1)),
    /** A campaign's computed result; undefined before the first. */
    result: (id: string, campaign: string): CampaignResult | undefined => parseFile(at.result(id, campaign), CampaignResult),
    /** Ids of the campaigns that have a result. */
    results: (id: string): string[] => months(path.join(at.folder(id), 'results')),
    /** What staff follow through people's comments, in their order. */
    topics: (id: string): Topic[] => parseFile(at.topics(id), Topics)?.topics ?? [],
    /** What staff decided on words that may be named as emerging. */
    terms: (id: string): Pick<Terms, 'accepted' | 'refused'> => parseFile(at.terms(id), Terms) ?? { accepted: [], refused: [] },
    /** What comments said, month by month, oldest first. */
    opinions: (id: string): OpinionMonth[] =>
      months(path.join(at.folder(id), 'opinion')).flatMap((month) => parseFile(at.opinion(id, month), OpinionMonth) ?? []),
    opinionOf: (id: string, month: string): OpinionMonth | undefined => parseFile(at.opinion(id, month), OpinionMonth),
    /** Versions of the classifier, oldest first; the last one is the one in use. */
    classifiers: (): string[] => names(at.classifiers).sort((a, b) => Number(a) - Number(b)),
    card: (version: string): ClassifierCard | undefined => parseFile(at.card(version), ClassifierCard),
    /** The weights of a version of the classifier. */
    weights: (version: string): Uint8Array => fs.readFileSync(at.weights(version)),
    /** A calendar of holidays; undefined where there is none of that name. */
    calendar: (id: string): Calendar | undefined => parseFile(at.calendar(id), Calendar),
    revisions: (id: string): Revision[] => readRevisions(at.revisions(id)),
    observations: (id: string, account: string): Observations[] =>
      months(path.join(at.folder(id), 'observations', account)).flatMap(
        (month) => parseFile(at.observations(id, account, month), Observations) ?? [],
      ),
    observationsOf: (id: string, account: string, month: string): Observations | undefined =>
      parseFile(at.observations(id, account, month), Observations),
    posts: (id: string, account: string): Posts[] =>
      months(path.join(at.folder(id), 'posts', account)).flatMap((month) => parseFile(at.posts(id, account, month), Posts) ?? []),
    postsOf: (id: string, account: string, month: string): Posts | undefined => parseFile(at.posts(id, account, month), Posts),
    runs: (id: string): Runs[] =>
      months(path.join(at.folder(id), 'runs')).flatMap((month) => parseFile(at.runs(id, month), Runs) ?? []),
    runsOf: (id: string, month: string): Runs | undefined => parseFile(at.runs(id, month), Runs),
    manifest: (id: string): Manifest | undefined => parseFile(at.manifest(id), Manifest),
    /** sha256 of the agency's manifest, the one number that stands for all its data; null before the first. */
    manifestHash: (id: string): string | null =>
      fs.existsSync(at.manifest(id)) ? sha256(fs.readFileSync(at.manifest(id))) : null,
    /** The agency's data files as its manifest lists them, paths below the data folder. */
    files: (id: string): Manifest['files'] => parseFile(at.manifest(id), Manifest)?.files ?? [],
  };
}

export type Data = ReturnType<typeof openData>;

function names(folder: string): string[] {
  return fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => !name.endsWith('.tmp') && !name.startsWith('.'))
        .sort()
    : [];
}

function editionNumbers(folder: string): number[] {
  return names(folder)
    .map((name) => Number(name.replace(/\.json$/, '')))
    .sort((a, b) => a - b);
}

function byTime(a: string, b: string): number {
  const [first, second] = [period(a), period(b)];
  if (first.to !== second.to) return first.to < second.to ? -1 : 1;
  return first.from < second.from ? 1 : -1;
}

function need<T>(value: T | undefined, file: string): T {
  if (value === undefined) throw new Error(`${file} is not there; run "npm run analyse" first`);
  return value;
}

function readRevisions(file: string): Revision[] {
  if (!fs.existsSync(file)) return [];
  const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));
  return fromCsv(fs.readFileSync(file, 'utf8')).map((row) =>
    Revision.parse({ ...row, edition: Number(row['edition']), from: number(row['from']), to: number(row['to']) }),
  );
}
