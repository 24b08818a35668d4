import type { Account, Agency } from '#model/agency.ts';
import { addDays, type Day } from '#model/day.ts';
import { ConfigError, SecretError, SourceError } from '#model/error.ts';
import type { Declaration } from '#model/source.ts';
import { createHttp } from '#sources/http/http.ts';
import { find, isApi, type Source } from '#sources/index.ts';
import type { ApiSource, Ask, Examination } from '#sources/source.ts';
import type { Data } from '#store/read.ts';
import type { Means } from './pull.ts';
import { secretsOf, variables } from './secrets.ts';

/** What a look at one account found. Names of variables, never what they hold. */
export interface Diagnosis {
  readonly account: Account;
  readonly isPeer: boolean;
  readonly declaration: Declaration | undefined;
  /** `no` is what makes the command exit 1; `unasked` is an export, or a platform that charges for each look. */
  readonly reads: 'yes' | 'no' | 'unasked';
  readonly secrets: readonly { readonly name: string; readonly isSet: boolean; readonly isNeeded: boolean }[];
  readonly expires: Day | undefined;
  readonly permissions: readonly string[];
  /** Last day of which there is a figure or a post. */
  readonly last: Day | undefined;
  /** Day and name of the last export that was read. */
  readonly imported: string | undefined;
  /** What to do, as sentences. */
  readonly todo: readonly string[];
}

/** Looks at every account and peer of an agency: whether it can be read, with what, until when, and what to do. Writes nothing. */
export async function diagnose(data: Data, agency: Agency, day: Day, means: Means): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [];
  for (const [list, isPeer] of [
    ['accounts', false],
    ['peers', true],
  ] as const) {
    for (const account of agency[list] ?? []) {
      if (means.only !== undefined && means.only !== account.source) continue;
      const source = (means.find ?? find)(account.source);
      const base = { account, isPeer, declaration: source?.declaration, ...kept(data, agency.id, account.id, day) };
      if (!source) {
        const todo = [`write another "source" in agency.json: there is no "${account.source}"`];
        found.push({ ...base, reads: 'no', secrets: [], permissions: [], todo });
        continue;
      }
      const seen = await look(source, account, isPeer, agency, day, means);
      const expires = seen.expires ?? account.expires ?? base.expires;
      found.push({
        ...base,
        ...seen,
        expires,
        todo: [...new Set([...seen.todo, ...ends(account, source.declaration, expires, day)])],
      });
    }
  }
  return found;
}

type Seen = Pick<Diagnosis, 'reads' | 'secrets' | 'permissions' | 'todo'> & { readonly expires?: Day };

async function look(source: Source, account: Account, isPeer: boolean, agency: Agency, day: Day, means: Means): Promise<Seen> {
  const { declaration } = source;
  const secrets = variables(account, declaration).flatMap(({ name, isNeeded }) =>
    name === undefined ? [] : [{ name, isNeeded, isSet: Boolean(means.env[name]?.trim()) }],
  );
  const base = { secrets, permissions: [] };
  if (account.until !== undefined && account.until < day) return { ...base, reads: 'unasked', todo: [] };
  if (!isApi(source))
    return {
      ...base,
      reads: 'unasked',
      todo: [`each month: npm run import -- --agency ${agency.id} --source ${account.source} --account ${account.id} FILE`],
    };
  const http = createHttp({
    now: means.now,
    sleep: means.sleep,
    random: means.random,
    // Whoever waits before a terminal wants to know now.
    patience: 20_000,
    ...(means.transport ? { transport: means.transport } : {}),
    progress: (event) => means.progress?.(account.id, event),
  });
  const ask: Ask = {
    account,
    http,
    zone: agency.zone,
    today: day,
    days: null,
    posts: { from: day, to: day },
    audience: false,
    api: account.api ?? declaration.api,
    ...secretsOf(account, declaration, means.env),
    allowance: 0,
  };
  try {
    const examination = await examine(source, ask, isPeer);
    if (!examination) {
      const todo = [`not looked at, since ${declaration.name} charges for each look; collecting will tell`];
      return { ...base, reads: 'unasked', todo };
    }
    const { works, expires, permissions = [], lacks } = examination;
    return { ...base, reads: works ? 'yes' : 'no', permissions, todo: lacks, ...(expires === undefined ? {} : { expires }) };
  } catch (error) {
    if (![ConfigError, SecretError, SourceError].some((kind) => error instanceof kind)) throw error;
    return { ...base, reads: 'no', todo: [(error as Error).message] };
  }
}

/** The source's own look, else the smallest pull there is; undefined where even that would cost money. */
async function examine(source: ApiSource, ask: Ask, isPeer: boolean): Promise<Examination | undefined> {
  if (isPeer && !source.peer)
    return { works: false, lacks: [`take it out of "peers": ${source.declaration.name} gives nothing of others here`] };
  if (!isPeer && source.examine) return source.examine(ask);
  if (source.declaration.price) return undefined;
  const pull = await (isPeer && source.peer ? source.peer(ask) : source.collect(ask));
  const hard = pull.gaps.filter((gap) => gap.reason === 'failed' || gap.reason === 'secret-missing');
  return {
    works: hard.length === 0,
    lacks: [...new Set(hard.map((gap) => gap.detail))],
    ...(pull.expires === undefined ? {} : { expires: pull.expires }),
  };
}

/** What the data folder holds of an account. */
function kept(data: Data, agency: string, account: string, day: Day): Pick<Diagnosis, 'last' | 'imported' | 'expires'> {
  const days = [
    ...data
      .observations(agency, account)
      .flatMap((file) => file.series.flatMap((one) => one.values.flatMap((value) => (value.value === null ? [] : value.day)))),
    ...data.posts(agency, account).flatMap((file) => file.posts.map((post) => post.day)),
  ].filter((one) => one <= day);
  const results = data
    .runs(agency)
    .flatMap((file) => file.runs)
    .flatMap((run) =>
      [...run.accounts, ...(run.peers ?? [])].filter((one) => one.account === account).map((one) => ({ run, one })),
    );
  const file = results.findLast(({ one }) => one.file !== undefined);
  return {
    last: days.reduce<Day | undefined>((last, one) => (last === undefined || one > last ? one : last), undefined),
    imported: file && `${file.run.day} (${file.one.file?.split('/').at(-1)})`,
    expires: results.findLast(({ one }) => one.expires !== undefined)?.one.expires,
  };
}

/** What ends, or has ended. */
function ends(account: Account, { id, api, versions = [] }: Declaration, expires: Day | undefined, day: Day): string[] {
  const used = account.api ?? api;
  const version = versions.find((one) => one.api === used);
  const unknown = account.api !== undefined && account.api !== api && !version;
  return [
    ...(expires !== undefined && expires <= addDays(day, 14)
      ? [`the token ${expires < day ? 'ended' : 'ends'} on ${expires}: make a new one, see docs/sources/${id}.md`]
      : []),
    ...(version?.ends !== undefined && version.ends <= addDays(day, 60)
      ? [
          `API version ${used} ${version.ends < day ? 'ended' : 'ends'} on ${version.ends}: update Terang, or write a newer "api" in agency.json`,
        ]
      : []),
    ...(unknown ? [`agency.json names the API version "${account.api}", which is not known; take "api" out`] : []),
  ];
}

const WIDTH = 100;

/** One table of all accounts, then of each what it gives, lacks and needs; at most 100 columns wide. */
export function renderDiagnoses(agency: Agency, day: Day, found: readonly Diagnosis[]): string {
  const rows = [
    ['account', 'source', 'reads', 'secrets', 'token until', 'API (ends)', 'last data'],
    ...found.map((one) => [
      `${one.account.id}${one.isPeer ? ' (peer)' : ''}`,
      one.account.source,
      { yes: 'yes', no: 'NO', unasked: one.declaration?.kind === 'export' ? 'by file' : '-' }[one.reads],
      one.secrets.length === 0 ? '-' : one.secrets.every(({ isSet, isNeeded }) => isSet || !isNeeded) ? 'set' : 'MISSING',
      one.expires ?? '-',
      versionOf(one),
      one.last ?? 'none yet',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  // The last column is as wide as it is; what is too wide for the terminal is cut out of the longest names.
  for (let over = widths.reduce((sum, width) => sum + width + 2, -2) - WIDTH; over > 0; over -= 1) {
    const longest = widths.indexOf(Math.max(...widths));
    widths[longest] = (widths[longest] ?? 1) - 1;
  }
  const table = rows.map((row) =>
    row
      .map((cell, column) => cut(cell, widths[column] ?? 0).padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [`${agency.name}, ${day}`, '', ...table, '', ...found.flatMap(details)].join('\n');
}

function versionOf({ account, declaration }: Diagnosis): string {
  const used = account.api ?? declaration?.api ?? '-';
  const until = declaration?.versions?.find((one) => one.api === used)?.ends;
  return declaration?.kind === 'export' ? '-' : `${used}${until === undefined ? '' : ` (${until})`}`;
}

function details({ account, isPeer, declaration, secrets, permissions, imported, todo }: Diagnosis): string[] {
  const gives = (level: 'account' | 'post') => [
    ...new Set(
      (declaration?.gives ?? [])
        .filter((one) => one.level === level && !(isPeer && level === 'account' && !one.snapshot))
        .map((one) => [one.measure, ...(one.dimensions?.length ? [`by ${one.dimensions.join(' and ')}`] : [])].join(' ')),
    ),
  ];
  const lacks = [
    ...new Set(
      (declaration?.lacks ?? []).map((one) => `${one.measure}${one.level === 'post' ? ' of a post' : ''} (${one.reason})`),
    ),
  ];
  const facts: [string, readonly string[]][] = [
    ['secrets', secrets.map(({ name, isSet, isNeeded }) => `${name}: ${isSet ? 'set' : isNeeded ? 'NOT SET' : 'not set'}`)],
    ['permissions', permissions],
    ['last import', imported === undefined ? [] : [imported]],
    ['gives', gives('account')],
    ['of each post', gives('post')],
    ["can't give", lacks],
  ];
  const lines = facts.flatMap(([label, words]) => (words.length === 0 ? [] : wrap(label, words.join(', '))));
  const work = (todo.length === 0 ? ['nothing'] : todo).flatMap((one) => wrap('to do', one));
  return [`${account.id}: ${declaration?.name ?? account.source}${isPeer ? ', a peer' : ''}`, ...lines, ...work, ''];
}

const LABEL = 14;

/** A label, and words beside it in as many lines as they need. */
function wrap(label: string, text: string): string[] {
  const lines: string[] = [];
  let row = '';
  for (const word of text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').split(' ')) {
    if (row !== '' && row.length + 1 + word.length > WIDTH - LABEL - 2) {
      lines.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...lines, row].map((line, index) => `  ${(index === 0 ? label : '').padEnd(LABEL)}${line}`);
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
