import { kpi as find, kpis } from '#kpis/index.ts';
import type { Agency } from '#model/agency.ts';
import type { Campaign } from '#model/campaign.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';
import { hint, quote } from './names.ts';
import { checkGoal } from './targets.ts';
import type { Wording } from './words.ts';

type Fault = readonly [path: Path, rule: string, message: string];

/** Questions whose figures are no campaign's: how the office answers, and how good its figures are. */
const ELSEWHERE: ReadonlySet<number> = new Set([4, 7]);

/** What a schema can't say of a campaign: accounts that are not there, goals that it could never be held to, words that tell of a person. */
export function checkCampaign(text: string, campaign: Campaign, agency: Agency | undefined, wording?: Wording): Remark[] {
  const faults = [
    ...(agency ? [...accountsIn(campaign, agency), ...dayIn(campaign, agency)] : []),
    ...goalsIn(campaign),
    ...twiceIn(campaign),
    ...(wording ? personsIn(campaign, wording) : []),
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

/** No remark repeats the words. */
function personsIn(campaign: Campaign, wording: Wording): Fault[] {
  const fault = (path: Path): Fault => [
    path,
    'personal',
    'holds what may be a number, an address or a handle of a person; take it out',
  ];
  const texts: [Path, Readonly<Record<string, string>>][] = [
    [['name'], campaign.name],
    [['purpose'], campaign.purpose],
    [['budget', 'basis'], campaign.budget?.basis ?? {}],
    ...campaign.goals.map(({ basis }, index): [Path, typeof basis] => [['goals', index, 'basis'], basis]),
  ];
  return [
    ...texts.flatMap(([path, text]) =>
      Object.entries(text).flatMap(([lang, words]) => (wording.sentence(words) ? [fault([...path, lang])] : [])),
    ),
    ...(['hashtags', 'tags', 'events'] as const).flatMap((field) =>
      campaign[field].flatMap((name, index) => (wording.label(name) ? [fault([field, index])] : [])),
    ),
  ];
}
