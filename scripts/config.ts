import type { Account, Agency } from '#model/agency.ts';
import type { Finding } from '#model/error.ts';
import type { Declaration } from '#model/source.ts';
import { find, isApi, sources } from '#sources/index.ts';
import { paths } from '#store/paths.ts';
import { read } from '#store/write.ts';
import { usualName, variables } from './secrets.ts';
import { handedOver, WATCH, WORKFLOW } from './workflow.ts';

/** What an agency's file asks for and can't have, as findings on that file. `workflow` and `watch` are the texts of the jobs that collect and that look at comments, where there are such. */
export function checkConfig(root: string, agency: Agency, workflow = read(WORKFLOW), watch = read(WATCH)): Finding[] {
  const file = paths(root).agency(agency.id);
  const handed = (text: string | undefined) => (text === undefined || agency.sample === true ? undefined : handedOver(text));
  const [collecting, watching] = [handed(workflow), handed(watch)];
  const faults = (account: Account, isPeer: boolean) => [
    ...ofAccount(account, isPeer),
    ...(collecting ? unhanded(account, collecting, WORKFLOW) : []),
    ...(watching && account.comments && !isPeer ? unhanded(account, watching, WATCH) : []),
  ];
  return [
    ...agency.accounts.flatMap((account) => faults(account, false)),
    ...(agency.peers ?? []).flatMap((account) => faults(account, true)),
  ].map(([rule, message]) => ({ file, line: 1, column: 1, rule, message }));
}

type Fault = readonly [rule: string, message: string];

function ofAccount(account: Account, isPeer: boolean): Fault[] {
  const source = find(account.source);
  if (!source) {
    const names = sources.map((one) => one.declaration.id).join(', ');
    return [['source', `account "${account.id}" names the source "${account.source}"; there are ${names}`]];
  }
  const { declaration } = source;
  const faults: Fault[] = [...unnamed(account, declaration), ...unset(account, declaration)];
  if (isPeer && (declaration.peers !== true || !isApi(source) || !source.peer)) {
    const able = sources.flatMap(({ declaration: { id, peers } }) => (peers ? [id] : [])).join(', ');
    faults.push([
      'peer',
      `"${account.id}" stands under "peers", but ${declaration.name} gives nothing of others here; sources that do: ${able}`,
    ]);
  }
  if (account.comments && (!isApi(source) || !source.comments))
    faults.push([
      'comments',
      `account "${account.id}" asks for "comments", which the source "${account.source}" can't read; take the line out`,
    ]);
  if (declaration.price && account.budget === undefined)
    faults.push([
      'budget',
      `account "${account.id}" needs "budget": the US dollars that collecting may cost in a month; ${declaration.name} charges ${declaration.price.usd} for each ${declaration.price.per.en}`,
    ]);
  return faults;
}

/** Secrets that the source can't do without and whose variables the account does not name. */
function unnamed(account: Account, declaration: Declaration): Fault[] {
  return variables(account, declaration).flatMap(({ purpose, name, isNeeded }, index): Fault[] => {
    if (name !== undefined || !isNeeded) return [];
    const key = index === 0 ? '"token"' : `"secrets"."${purpose}"`;
    return [
      [
        'token',
        `account "${account.id}" needs ${key}: the name of the variable that holds it, such as ${usualName(declaration, purpose)}`,
      ],
    ];
  });
}

function unset(account: Account, { settings = [] }: Declaration): Fault[] {
  return settings
    .filter((one) => !one.optional && account.settings?.[one.id] === undefined)
    .map((one): Fault => ['settings', `account "${account.id}" needs "settings"."${one.id}": ${one.note.en}`]);
}

function unhanded(account: Account, handed: ReadonlySet<string>, file: string): Fault[] {
  return [account.token, ...Object.values(account.secrets ?? {})]
    .filter((name) => name !== undefined && !handed.has(name))
    .map((name): Fault => [
      'workflow',
      `account "${account.id}" names ${name}, which ${file} does not hand over; add the line "${name}: \${{ secrets.${name} }}" there, under the others`,
    ]);
}
