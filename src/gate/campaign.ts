import { kpi as find, kpis } from '#kpis/index.ts';
import type { Agency } from '#model/agency.ts';
import type { Campaign } from '#model/campaign.ts';
import type { Day } from '#model/day.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';
import { hint, quote } from './names.ts';
import { checkGoal } from './targets.ts';

type Fault = readonly [path: Path, rule: string, message: string];

/** Questions whose figures are no campaign's: how the office answers, and how good its figures are. */
const ELSEWHERE: ReadonlySet<number> = new Set([4, 7]);

/** Posts of an account that there are data of, and the last day of one. */
export interface Kept {
  readonly ids: ReadonlySet<string>;
  readonly last: Day;
}

/** What a schema can't say of a campaign: accounts and posts that are not there, goals that it could never be held to. */
export function checkCampaign(
  text: string,
  campaign: Campaign,
  agency: Agency | undefined,
  kept: (account: string) => Kept,
): Remark[] {
  const faults = [
    ...(agency ? [...accountsIn(campaign, agency), ...dayIn(campaign, agency)] : []),
    ...goalsIn(campaign),
    ...twiceIn(campaign),
    ...postsIn(campaign, kept),
  ];
  return [
    ...faults.map(([path, rule, message]) => ({ ...placeOf(text, path), rule, message })),
    ...campaign.goals.flatMap((goal, index) => checkGoal(text, ['goals', index], goal)),
  ];
}

function accountsIn({ posts, goals }: Campaign, { accounts }: Agency): Fault[] {
  const ids = accounts.map(({ id }) => id);
  const unknown = (path: Path, name: string): Fault[] =>
    ids.includes(name) ? [] : [[path, 'account', `there is no account ${quote(name)} in agency.json${hint(name, ids)}`]];
  return [
    ...posts.flatMap(({ account }, index) => unknown(['posts', index, 'account'], account)),
    ...goals.flatMap(({ scope }, index) => (scope === 'agency' ? [] : unknown(['goals', index, 'scope'], scope))),
  ];
}

/**
 * A post that is not there yet may come with the next run, up to the last day. What has the form of an address or of a name could be that of a
 * person: only a post that is there vouches for it. No remark repeats it.
 */
function postsIn({ posts, to }: Campaign, kept: (account: string) => Kept): Fault[] {
  return posts.flatMap(({ account, id }, index): Fault[] => {
    const { ids, last } = kept(account);
    if (ids.has(id)) return [];
    const path = ['posts', index, 'id'];
    if (!/^[\w:-]+$/.test(id)) return [[path, 'personal', ADDRESS]];
    if (last <= to) return [];
    return [[path, 'post', `posts/${account} holds no such post, though it holds later ones; correct the id as it stands there`]];
  });
}

const ADDRESS =
  'is the id of no post in posts/ and may be an address or a name; write the id as it stands there once the post is collected';

function dayIn({ to }: Campaign, { accounts }: Agency): Fault[] {
  const since = accounts.map((one) => one.since).sort()[0];
  if (since === undefined || to >= since) return [];
  return [[['to'], 'day', `no account has figures before ${since}: nothing could be said of this campaign; correct the day`]];
}

function goalsIn({ goals }: Campaign): Fault[] {
  return goals.flatMap(({ kpi, scope, direction }, index): Fault[] => {
    const path = ['goals', index, 'kpi'];
    if (!kpis.some(({ id }) => id === kpi)) return [];
    const { question, measures } = find(kpi);
    const isStock = measures.length > 0 && measures.every((measure) => measure.startsWith('followers'));
    if (ELSEWHERE.has(question) || isStock)
      return [
        [path, 'goal', `${quote(kpi)} is counted for an account, not for a campaign; put it under "targets" in agency.json`],
      ];
    const isTold = goals.slice(0, index).some((one) => one.kpi === kpi && one.scope === scope && one.direction === direction);
    return isTold ? [[path, 'twice', `another goal for ${quote(kpi)} stands before; keep one`]] : [];
  });
}

function twiceIn(campaign: Campaign): Fault[] {
  return (['hashtags', 'tags', 'events'] as const).flatMap((field) => {
    const plain = campaign[field].map((one) => one.normalize('NFKC').toLowerCase());
    return plain.flatMap((one, index): Fault[] =>
      plain.indexOf(one) < index
        ? [[[field, index], 'twice', `${quote(campaign[field][index] ?? '')} stands twice; keep one`]]
        : [],
    );
  });
}
