import type { z } from 'zod';
import { Campaign } from '#model/campaign.ts';
import type { Day } from '#model/day.ts';
import { Agency } from '#model/agency.ts';
import { ClassifierCard } from '#model/classifier.ts';
import { addDays } from '#model/day.ts';
import type { Finding } from '#model/error.ts';
import type { Observations } from '#model/observation.ts';
import { OpinionMonth } from '#model/opinion.ts';
import { Posts } from '#model/post.ts';
import type { Report } from '#model/report.ts';
import { schemas } from '#model/schemas.ts';
import { Topics, type Terms } from '#model/topic.ts';
import { checkCampaign, type Kept } from './campaign.ts';
import { checkCorpus } from './corpus.ts';
import { checkHidden, decode, inOrder, type Remark } from './bytes.ts';
import { checkKept, importedOf, type Exports, type Imported } from './exports.ts';
import { checkFacts } from './facts.ts';
import { checkJson, placeOf } from './json.ts';
import { known, type Known } from './known.ts';
import { nearest, quote } from './names.ts';
import { checkTable } from './personal.ts';
import { checkOpinion } from './opinion.ts';
import { checkPersons, isWorded } from './persons.ts';
import { checkPosts } from './posts.ts';
import { checkOffice } from './office.ts';
import { checkRegister, type Registers } from './register.ts';
import { checkRevisions } from './revisions.ts';
import { checkSchema } from './schema.ts';
import { checkSecrets } from './secrets.ts';
import { checkSmall, checkSmallParts, smallestIn } from './small.ts';
import { checkTargets } from './targets.ts';
import { checkTerms, checkTopics } from './topics.ts';
import { checkWeights } from './weights.ts';
import { checkWords } from './words.ts';
import type { Wording } from './wording.ts';

/** No data file of ours comes near it; a larger one is a mistake or an attack, and is not parsed. */
const LARGEST = 25_000_000;

export interface DataFile {
  /** Below the data folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isLink?: boolean;
}

export interface DataChecks {
  /** Written before each path in a finding. */
  readonly folder?: string;
  /** The data day; figures of later days than tomorrow are refused. Left out, none are. */
  readonly today?: Day;
  /** The tables that an office may hand in; left out, none is known. */
  readonly registers?: Registers;
  /** Reads kept exports again; left out, none may be kept. */
  readonly exports?: Exports;
  /** What is made from the code, by path below the data folder; left out, nothing is. */
  readonly generated?: ReadonlyMap<string, string>;
  /** How words are judged that a person or a platform wrote; left out, none is looked at. */
  readonly wording?: Wording;
}

/**
 * Every finding over all files below the data folder, at once, by file and place. An empty answer means that the pipeline and the site may
 * read them. Never throws on what a file holds.
 */
export function checkData(
  files: readonly DataFile[],
  { folder = 'data', today, registers = new Map(), generated = new Map(), wording, exports }: DataChecks = {},
): Finding[] {
  const latest = today === undefined ? undefined : addDays(today, 1);
  const agencies = new Map(
    files.flatMap(({ path, bytes }) => {
      const id = /^agencies\/([^/]+)\/agency\.json$/.exec(path)?.[1];
      return id === undefined || bytes.length > LARGEST ? [] : [[id, new TextDecoder().decode(bytes)] as const];
    }),
  );
  const offices = new Map([...agencies].map(([id, text]) => [id, parsed(Agency, text)]));
  const calendars = files.flatMap(({ path }) => /^calendars\/([a-z0-9-]+)\.json$/.exec(path)?.[1] ?? []);
  const around = {
    latest,
    files,
    agencies,
    offices,
    calendars,
    registers,
    generated,
    wording,
    exports,
    imported: importedOf(files),
  };
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => {
      const path = `${folder}/${/^[\w./ ()+-]{1,300}$/.test(file.path) ? file.path : quote(file.path).slice(1, -1)}`;
      return inOrder(path, checkFile(file, around));
    });
}

function whole(rule: string, message: string): Remark[] {
  return [{ line: 1, column: 1, rule, message }];
}

/** What the check of one file has to know of the others. */
interface Surroundings {
  readonly latest: Day | undefined;
  readonly files: readonly DataFile[];
  readonly agencies: ReadonlyMap<string, string>;
  /** The same, where they have nothing to complain about themselves. */
  readonly offices: ReadonlyMap<string, Agency | undefined>;
  readonly calendars: readonly string[];
  readonly registers: Registers;
  readonly generated: ReadonlyMap<string, string>;
  readonly wording: Wording | undefined;
  readonly exports: Exports | undefined;
  readonly imported: Imported;
}

function checkFile({ path, bytes, isLink }: DataFile, around: Surroundings): Remark[] {
  const { latest, agencies, generated } = around;
  if (isLink) return whole('symlink', 'is a link to another file; put the file itself here');
  const is = known(path);
  if (!is) return whole('path', unknownPath(path));
  if (bytes.length > LARGEST) return whole('size', `has ${bytes.length} bytes; a data file has at most ${LARGEST}`);
  if (is.kind === 'import') {
    const found = checkImport(path, bytes, around.registers, smallestIn(agencies.get(is.names['agency'] ?? '') ?? ''));
    return found.length > 0 ? found : checkKept(path, bytes, around.imported, around.exports);
  }
  if (is.kind === 'weights')
    return checkWeights(bytes, beside(path, 'card.json', around.files, ClassifierCard), around.exports?.hash);
  const text = decode(bytes);
  if (typeof text !== 'string') return [text];
  const secrets = checkSecrets(text);
  if (is.kind === 'datasheet') return secrets;
  if (is.kind === 'corpus') return [...secrets, ...checkCorpus(text, is.names['topic'] ?? '', around.wording)];
  const made = generated.get(path);
  if (is.kind === 'dictionary' || is.kind === 'template' || made !== undefined)
    return made === text ? secrets : [...secrets, ...whole('generated', GENERATED)];
  if (is.kind === 'revision') return [...secrets, ...checkRevisions(text, around.wording)];
  const faults = [...secrets, ...checkJson(text)];
  if (faults.some(({ rule }) => rule !== 'secret')) return faults;
  if (is.kind === 'schema') return faults;
  if (EDITED.has(is.kind)) faults.push(...checkHidden(text));
  const value: unknown = JSON.parse(text);
  const wrong = checkSchema(text, value, is.kind);
  if (wrong.length > 0) return [...faults, ...wrong];
  const id = is.names['agency'] ?? '';
  const agency = around.offices.get(id);
  if (is.kind === 'agency' && agency)
    faults.push(...checkTargets(text, agency), ...checkOffice(text, agency, around.calendars, around.registers));
  if (is.kind === 'campaign')
    faults.push(...checkCampaign(text, Campaign.parse(value), agency, (account) => keptOf(id, account, around.files)));
  if (is.kind === 'topics')
    faults.push(
      ...checkTopics(text, Topics.parse(value), {
        agency,
        latest,
        kept: (account) => keptOf(id, account, around.files),
        months: belowOf(`agencies/${id}/opinion/`, around.files, OpinionMonth),
      }),
    );
  if (is.kind === 'terms') faults.push(...checkTerms(text, value as Terms, latest));
  if (is.kind === 'opinion')
    faults.push(...checkOpinion(text, value as OpinionMonth, smallestIn(agencies.get(id) ?? ''), around.wording));
  if (is.kind === 'posts') faults.push(...checkPosts(text, value as Posts, agency, around.wording));
  if (isWorded(is.kind) && around.wording) faults.push(...checkPersons(text, is.kind, around.wording, agency));
  if (is.kind === 'observations') faults.push(...checkSmall(text, value as Observations, smallestIn(agencies.get(id) ?? '')));
  if (is.kind === 'report') faults.push(...checkSmallParts(text, value as Report, smallestIn(agencies.get(id) ?? '')));
  return [
    ...faults,
    ...checkNames(text, value as object, is),
    ...checkFacts(text, value, is.kind, latest),
    ...checkWords(text, value, is.kind, around.wording),
  ];
}

/** Files that people edit by hand: what can't be seen in them is refused. */
const EDITED: ReadonlySet<Known['kind']> = new Set(['agency', 'campaign', 'calendar', 'topics', 'terms']);

/** What a text holds, where it is what the model says. */
function parsed<Value>(model: z.ZodType<Value>, text: string): Value | undefined {
  try {
    return model.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The posts of an account; a file that can't be read has findings of its own. */
function keptOf(agency: string, account: string, files: readonly DataFile[]): Kept {
  const posts = belowOf(`agencies/${agency}/posts/${account}/`, files, Posts).flatMap((one) => one.posts);
  return { ids: new Set(posts.map(({ id }) => id)), last: posts.reduce((last, { day }) => (day > last ? day : last), '') };
}

/** What the files of a folder hold, as far as they can be read. */
function belowOf<Value>(folder: string, files: readonly DataFile[], model: z.ZodType<Value>): Value[] {
  return files
    .filter(({ path, bytes, isLink }) => path.startsWith(folder) && !isLink && bytes.length <= LARGEST)
    .flatMap(({ bytes }) => parsed(model, new TextDecoder().decode(bytes)) ?? []);
}

/** What another file of the same folder holds. */
function beside<Value>(path: string, name: string, files: readonly DataFile[], model: z.ZodType<Value>): Value | undefined {
  return belowOf(path.replace(/[^/]+$/, name), files, model)[0];
}

const GENERATED = 'is not what the code gives, and nothing else may stand here; run "npm run schema", or delete it';

function unknownPath(path: string): string {
  if (path.includes('/imports/'))
    return 'an export lies here only where "npm run import" has put it, as imports/<source>/<account>-<12 digits of its SHA-256>.csv; take it out of the repository, and out of its history where it holds anything of a person, and import it from outside';
  const paths = Object.values(schemas).map((schema) => schema.path as string);
  const like = nearest(path, paths);
  return `no data file of ours lies here${like ? `; did you mean ${like}?` : ''} Delete it, or move it to where it belongs (see data/README.md)`;
}

/** A file says inside what its path says outside. */
function checkNames(text: string, value: object, { kind, names }: Known): Remark[] {
  const wanted: Record<string, string | number | undefined> = {
    id: names['calendar'] ?? names['campaign'],
    [kind === 'agency' ? 'id' : 'agency']: names['agency'],
    account: names['account'],
    month: names['yyyy-mm'],
    campaign: names['campaign'],
    version: names['version'],
    period: names['period'],
    edition: kind === 'edition' ? Number(names['n']) : undefined,
  };
  return Object.entries(wanted).flatMap(([field, name]) => {
    if (name === undefined || !Object.hasOwn(value, field)) return [];
    const inside = (value as Record<string, unknown>)[field];
    if (inside === name) return [];
    return [
      {
        ...placeOf(text, [field]),
        rule: 'path',
        message: `"${field}" is ${quote(String(inside))} but the path says "${name}"; make them agree`,
      },
    ];
  });
}

function checkImport(path: string, bytes: Uint8Array, registers: Registers, smallest: number): Remark[] {
  const text = exported(bytes);
  return [...checkSecrets(text), ...(checkRegister(path, text, registers, smallest) ?? checkTable(text))];
}

/** An export's text for looking at: UTF-16 by its mark, else UTF-8, else Windows-1252. */
function exported(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (mark) return new TextDecoder(mark).decode(bytes);
  const text = decode(bytes);
  return typeof text === 'string' ? text.replace(/^\ufeff/, '') : new TextDecoder('windows-1252').decode(bytes);
}
