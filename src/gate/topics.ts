import type { Agency } from '#model/agency.ts';
import type { Day } from '#model/day.ts';
import type { OpinionMonth } from '#model/opinion.ts';
import { periodOf } from '#model/period.ts';
import type { Deed, Terms, Topic, Topics } from '#model/topic.ts';
import type { Remark } from './bytes.ts';
import type { Kept } from './campaign.ts';
import { placeOf, type Path } from './json.ts';
import { hint, quote } from './names.ts';

type Fault = readonly [path: Path, rule: string, message: string];

/** What a check of topics has to know of the agency's other files. */
export interface Beside {
  readonly agency: Agency | undefined;
  /** The last day that there can be; left out, any can. */
  readonly latest: Day | undefined;
  /** Posts of an account that there are data of. */
  readonly kept: (account: string) => Kept;
  /** The months whose comments are counted. */
  readonly months: readonly OpinionMonth[];
}

/** What a schema can't say of topics: accounts and posts that are not there, days in the wrong order, months that are counted already. */
export function checkTopics(text: string, { topics }: Topics, beside: Beside): Remark[] {
  return topics
    .flatMap((topic, index) => [
      ...daysIn(topic, ['topics', index], beside),
      ...topic.done.flatMap((deed, place) => deedIn(deed, ['topics', index, 'done', place], beside)),
      ...topic.rumours.flatMap(({ since, answered }, place) => {
        const path = ['topics', index, 'rumours', place];
        return [
          ...future([...path, 'since'], since, beside),
          ...(answered ? deedIn(answered, [...path, 'answered'], beside) : []),
          ...(answered && answered.on < since
            ? [[[...path, 'answered', 'on'], 'day', `${answered.on} lies before the rumour, ${since}`] as const]
            : []),
        ];
      }),
    ])
    .slice(0, 60)
    .map(([path, rule, message]) => ({ ...placeOf(text, path), rule, message }));
}

function daysIn({ id, since, until }: Topic, path: Path, { months }: Beside): Fault[] {
  if (until !== undefined && until < since) return [[[...path, 'until'], 'day', `${until} lies before ${since}`]];
  const closed = months.findLast(({ month, readings }) => {
    const { from, to } = periodOf(`${month}-01`, 'month');
    const cells = readings[0]?.cells ?? [];
    return since <= to && from <= (until ?? to) && !cells.some((cell) => cell.of === 'topic' && cell.id === id);
  });
  if (!closed) return [];
  const message = `comments of ${closed.month} are counted already, without this topic, and never again; begin it after that month`;
  return [[[...path, 'since'], 'closed', message]];
}

function future(path: Path, day: Day, { latest }: Beside): Fault[] {
  return latest !== undefined && day > latest ? [[path, 'future', `${day} has not come yet; correct the day`]] : [];
}

function deedIn({ on, account, post }: Deed, path: Path, beside: Beside): Fault[] {
  const ids = beside.agency?.accounts.map(({ id }) => id);
  const faults = future([...path, 'on'], on, beside);
  if (account !== undefined && ids && !ids.includes(account))
    faults.push([[...path, 'account'], 'account', `there is no account ${quote(account)} in agency.json${hint(account, ids)}`]);
  else if (post !== undefined) faults.push(...postIn(account, post, on, path, beside));
  return faults;
}

/** A post that is not there yet may come with the next run. What has the form of an address or a name only a post that is there vouches for. */
function postIn(account: string | undefined, post: string, on: Day, path: Path, { kept }: Beside): Fault[] {
  if (account === undefined) return [[[...path, 'post'], 'post', 'on which account does it stand? Write its "account" as well']];
  const { ids, last } = kept(account);
  if (ids.has(post)) return [];
  if (!/^[\w:-]+$/.test(post))
    return [
      [
        [...path, 'post'],
        'personal',
        'is the id of no post in posts/ and may be an address or a name; write the id as it stands there',
      ],
    ];
  return last > on
    ? [[[...path, 'post'], 'post', `posts/${account} holds no such post, though it holds later ones; correct the id`]]
    : [];
}

/** Words that are accepted and refused at once, or stand twice. */
export function checkTerms(text: string, { accepted, refused }: Terms, latest: Day | undefined): Remark[] {
  const all = [
    ...accepted.map((one, index) => ({ ...one, path: ['accepted', index] })),
    ...refused.map((one, index) => ({ ...one, path: ['refused', index] })),
  ];
  const plain = all.map(({ term }) => term.normalize('NFKC').toLowerCase());
  return all.flatMap(({ path, on }, index): Remark[] => [
    ...(plain.indexOf(plain[index] ?? '') < index
      ? [{ ...placeOf(text, path), rule: 'twice', message: 'was decided on before; keep one of the two' }]
      : []),
    ...(latest !== undefined && on > latest
      ? [{ ...placeOf(text, [...path, 'on']), rule: 'future', message: `${on} has not come yet; correct the day` }]
      : []),
  ]);
}
