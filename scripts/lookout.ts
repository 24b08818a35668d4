import { about, findings, roughly, type Finding } from '#opinion/hear/warn.ts';
import { HOURS, listener } from '#opinion/hear/recent.ts';
import type { Account, Agency } from '#model/agency.ts';
import { Private, type Comment } from '#model/comment.ts';
import { addDays, dayOf, daysBetween, instantOf, type Day } from '#model/day.ts';
import { ConfigError, SecretError, SourceError } from '#model/error.ts';
import type { Reason } from '#model/figure.ts';
import type { Lookout, Matter, OwnPost } from '#model/lookout.ts';
import { periodsWithin } from '#model/period.ts';
import type { Post } from '#model/post.ts';
import type { Topic } from '#model/topic.ts';
import { createDiscreetHttp } from '#sources/http/discreet.ts';
import { createHttp, type Budget, type HttpOptions } from '#sources/http/http.ts';
import { quotas } from '#sources/http/quota.ts';
import { find, isApi } from '#sources/index.ts';
import type { ApiSource, Ask } from '#sources/source.ts';
import type { Data } from '#store/read.ts';
import type { Readers } from './hearing.ts';
import { logFault } from './overhear.ts';
import type { Means } from './pull.ts';
import { secretsOf } from './secrets.ts';

const HOUR = 3_600_000;
/** A comment counts where it was written within so many days after its post. Else older posts, which are not read, would be missing from the days before alone. */
const AGE = 7;
/** So far back own posts are looked at for what the agency said of a matter. */
const BACK = 90;
/** Comments of one account that are held at a time, at most. */
const MOST = 200_000;
/** A term without a topic raises an alarm where it is as sure as this, and so many times as common as usual. */
const TERM = { q: 0.001, z: 5, rise: 3 };
/** Own posts that are shown, and how much of their words. */
const SHOWN = { posts: 2, letters: 140 };

/** What one account gave: its own posts of the last three months, and the comments of the last eight days. */
interface Heard {
  readonly account: Account;
  readonly posts: readonly Post[];
  readonly comments: readonly Comment[];
}

/**
 * Reads the comments of the last eight days under the agency's newest posts, in memory, and says what is unusual. Nothing is written. One account's
 * failure costs only itself. Accounts on a platform that charges are left out, since this runs each hour.
 */
export async function lookOut(data: Data, agency: Agency, readers: Readers, means: Means): Promise<Lookout> {
  const now = means.now();
  const hour = Math.floor(now.getTime() / HOUR);
  const today = dayOf(now, agency.zone);
  const budget: Budget = { requests: 1_500, waiting: 900_000 };
  const shared = means.quotas ?? quotas();
  const heard: Heard[] = [];
  const unread: Lookout['unread'] = [];
  for (const account of listened(agency, today, means)) {
    const source = (means.find ?? find)(account.source) as ApiSource;
    const options: HttpOptions = {
      now: means.now,
      sleep: means.sleep,
      random: means.random,
      budget,
      quota: shared(source.declaration, account),
      ...(means.transport ? { transport: means.transport } : {}),
      progress: (event) => means.progress?.(account.id, event),
    };
    try {
      heard.push(await hearAccount(data, agency, account, source, today, hour, options, means.env));
    } catch (error) {
      unread.push({ account: account.id, reason: reasonOf(account, error) });
    }
  }
  try {
    return { ...frame(agency, hour), ...told(data, agency, readers, heard, hour, today), unread };
  } catch (error) {
    // What broke could quote what somebody wrote.
    logFault(`${agency.id}: a fault while looking at comments`, error);
    throw new SourceError(`${agency.id}: a fault in Terang itself; its place in the code stands above`);
  }
}

/** Accounts whose comments can be read each hour. */
export function listened(agency: Agency, today: Day, means: Pick<Means, 'find'>): readonly Account[] {
  return agency.accounts.filter((account) => {
    const source = (means.find ?? find)(account.source);
    const isOpen = account.since <= today && today <= (account.until ?? today);
    return account.comments === true && isOpen && source && isApi(source) && source.comments && !source.declaration.price;
  });
}

function frame({ id, name, zone, smallest }: Agency, hour: number) {
  return { agency: id, name, zone, smallest, hour, back: BACK };
}

async function hearAccount(
  data: Data,
  agency: Agency,
  account: Account,
  source: ApiSource,
  today: Day,
  hour: number,
  options: HttpOptions,
  env: Means['env'],
): Promise<Heard> {
  const from = addDays(today, -HOURS / 24);
  const oldest = addDays(from, -AGE);
  const stored = postsOf(data, agency.id, account.id, addDays(today, -BACK), today);
  const api = account.api ?? source.declaration.api;
  const common = { account, zone: agency.zone, today, api, ...secretsOf(account, source.declaration, env), allowance: Infinity };
  const ask: Ask = {
    ...common,
    http: createHttp(options),
    days: null,
    posts: { from: freshFrom(data, agency.id, account.id, today, oldest), to: today },
    audience: false,
  };
  const { posts: fresh, span } = await source.collect(ask);
  if (span === null) throw new SourceError(`${account.id}: its newest posts could not be read`);
  const posts = [...new Map([...stored, ...fresh].map((post) => [post.id, post])).values()].sort((a, b) =>
    a.day < b.day ? 1 : -1,
  );
  const under = posts.filter(({ day }) => oldest <= day);
  const days = new Map(under.map(({ id, day }) => [id, day]));
  const comments: Comment[] = [];
  for await (const comment of source.comments?.({
    ...common,
    http: createDiscreetHttp(options),
    written: { from, to: today },
    under,
  }) ?? []) {
    const posted = days.get(comment.post);
    if (posted === undefined || comment.hour === undefined || comment.hour > hour) continue;
    if (daysBetween(posted, comment.day) > AGE) continue;
    comments.push(comment);
    if (comments.length > MOST) throw new SourceError(`${account.id}: more than ${MOST} comments in eight days`);
  }
  return { account, posts, comments };
}

/** From when on posts are asked for: the last day that a run read whole, and yesterday at least. */
function freshFrom(data: Data, agency: string, account: string, today: Day, oldest: Day): Day {
  const runs = periodsWithin(oldest, today, 'month').flatMap(({ id }) => data.runsOf(agency, id)?.runs ?? []);
  const read = runs
    .flatMap(({ accounts }) => accounts)
    .flatMap((run) => (run.account === account && run.posts ? run.posts.to : []))
    .reduce((last, day) => (day > last ? day : last), oldest);
  const yesterday = addDays(today, -1);
  return read < yesterday ? read : yesterday;
}

function postsOf(data: Data, agency: string, account: string, from: Day, to: Day): Post[] {
  return periodsWithin(from, to, 'month')
    .flatMap(({ id }) => data.postsOf(agency, account, id)?.posts ?? [])
    .filter(({ day }) => from <= day && day <= to);
}

function reasonOf({ id }: Account, error: unknown): Reason {
  if (error instanceof SecretError || error instanceof ConfigError) return 'secret-missing';
  if (!(error instanceof SourceError)) logFault(`${id}: a fault while reading comments`, error);
  else process.stderr.write(`${id}: ${error.message.slice(0, 300)}\n`);
  return 'failed';
}

function told(
  data: Data,
  agency: Agency,
  readers: Readers,
  heard: readonly Heard[],
  hour: number,
  today: Day,
): Pick<Lookout, 'read' | 'unnamed' | 'matters' | 'waiting'> {
  const topics = readers.topics.filter(({ since, until = today }) => since <= today && today <= until);
  const { label } = readers.classifier(readers.versions.at(-1) ?? '');
  const ear = listener({ label, topics, matcher: readers.matcher, now: hour });
  // Windows of 24 hours that end now, as if each were a day: the last one is today.
  const words = readers.emerging?.(addDays(today, 1 - HOURS / 24), { days: 1, trailing: HOURS / 24 - 1, sure: TERM });
  const answered = new Map<string, number>();
  for (const { account, posts, comments } of heard) {
    const tags = new Map(posts.map((post) => [post.id, post.tags]));
    for (const { words: private_, author, hour: at = 0, post, own } of comments) {
      const text = private_.read();
      const under = tags.get(post) ?? [];
      if (own) {
        for (const id of readers.matcher(text, under)) answered.set(id, Math.max(at, answered.get(id) ?? 0));
        continue;
      }
      ear.hear(account.id, text, author, at, under);
      const back = Math.floor((hour - at) / 24);
      if (back < HOURS / 24) words?.hear(text, new Private(`${account.id} ${author.read()}`), addDays(today, -back));
    }
  }
  const stored = new Map(heard.map(({ account, posts }) => [account.id, posts]));
  const posts = agency.accounts
    .flatMap(({ id }) => stored.get(id) ?? postsOf(data, agency.id, id, addDays(today, -BACK), today))
    .filter(({ type }) => type !== 'story')
    .sort((a, b) => ((a.at ?? a.day) < (b.at ?? b.day) ? 1 : -1));
  const on = (id: string): Post[] => posts.filter(({ text, tags }) => readers.matcher(text, tags).includes(id));
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const matters = findings(ear.recent(), agency.smallest).map((finding) => {
    const topic = finding.id === undefined ? undefined : byId.get(finding.id);
    const said = topic ? on(topic.id) : posts;
    const spoke = Math.max(
      topic ? (answered.get(topic.id) ?? -1) : -1,
      ...said.slice(0, 1).map((post) => hourOf(post, agency.zone)),
    );
    return matterOf(finding, topic, said, spoke < 0 ? null : spoke, hour, agency);
  });
  const [found] = words?.weeks([{ week: today, from: today, to: today }]).named ?? [];
  const terms = (found?.terms ?? [])
    .filter(({ term }) => readers.matcher(term, []).length === 0)
    .map(({ term, people, usual }): Matter => {
      const counts = { people: about(people, agency.smallest), usual: usual === null ? null : about(usual, agency.smallest) };
      return {
        of: 'term',
        id: term,
        alarms: ['volume'],
        hours: 24,
        ...counts,
        negative: null,
        began: null,
        posts: [],
        spoke: null,
        rumours: [],
      };
    });
  return {
    read: heard.map(({ account }) => account.id),
    unnamed: ear.unnamed(),
    matters: [...matters, ...terms],
    waiting: found?.waiting ?? 0,
  };
}

function matterOf(
  finding: Finding,
  topic: Topic | undefined,
  said: readonly Post[],
  spoke: number | null,
  hour: number,
  { smallest, zone }: Agency,
): Matter {
  const { of, id, alarms, hours, now, usual, day, before, began } = finding;
  return {
    of,
    ...(id === undefined ? {} : { id }),
    ...(topic ? { name: topic.name } : {}),
    alarms: [...alarms],
    hours,
    people: about(now.people, smallest),
    usual: about(usual, smallest),
    negative: { now: roughly(day, smallest), before: roughly(before, smallest) },
    began: began === null ? null : hour - began,
    posts: said.slice(0, SHOWN.posts).map((post) => ownPost(post, zone)),
    spoke,
    rumours: [...(topic?.rumours ?? [])],
  };
}

function ownPost(post: Post, zone: string): OwnPost {
  const { text, url } = post;
  const cut = text.length > SHOWN.letters ? `${[...text].slice(0, SHOWN.letters).join('')}…` : text;
  return { text: cut, ...(url?.startsWith('https://') ? { url } : {}), hour: hourOf(post, zone) };
}

/** Where a source gives the day alone, its noon. */
function hourOf({ at, day }: Post, zone: string): number {
  return Math.floor((at === undefined ? instantOf(`${day}T12:00`, zone) : new Date(at)).getTime() / HOUR);
}
