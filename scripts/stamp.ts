import path from 'node:path';
import { paths } from '#store/paths.ts';
import { bytes, list, read, sha256, write } from '#store/write.ts';

/** All that decides what reports come out beside the data: the code, and the packages that it uses. */
const CODE = [
  'src/model',
  'src/kpis',
  'src/analyse',
  'src/disclosure',
  'src/opinion',
  'src/store',
  'scripts/analyse.ts',
  'package-lock.json',
];

let code: string | undefined;

/** One hash over an agency's files, what it shares with others, and the code: while it stands, computing again changes no byte. */
export function stampOf(root: string, agency: string): string {
  const folder = paths(root).folder(agency);
  const shared = ['sources.json', ...list(path.join(root, 'calendars')).map((name) => `calendars/${name}`)];
  const hashes = [
    ...list(folder).map((name) => `${name} ${sha256(bytes(path.join(folder, name)))}`),
    ...shared.map((name) => `${name} ${sha256(read(path.join(root, name)) ?? '')}`),
  ];
  return sha256([(code ??= codeHash()), ...hashes].join('\n'));
}

/** Where the stamp of the last computing stands: beside the data and never in them, since it says nothing of figures. */
export function stamps(folder: string, root: string) {
  const file = (agency: string) => path.join(folder, sha256(path.resolve(root)).slice(0, 12), `${agency}.txt`);
  return {
    holds: (agency: string): boolean => read(file(agency)) === stampOf(root, agency),
    set: (agency: string): boolean => write(file(agency), stampOf(root, agency), false),
  };
}

function codeHash(): string {
  const home = path.join(import.meta.dirname, '..');
  const files = CODE.flatMap((name) =>
    /\.\w+$/.test(name) ? [name] : list(path.join(home, name)).map((one) => `${name}/${one}`),
  );
  return sha256(files.map((name) => `${name} ${sha256(read(path.join(home, name)) ?? '')}`).join('\n'));
}
