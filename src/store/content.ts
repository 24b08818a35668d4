import fs from 'node:fs';
import path from 'node:path';

/** A file as it lies on disk; of a link only that it is one. */
export interface Found {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isLink: boolean;
}

/** Every file below a folder with its bytes, links not followed; paths begin with `prefix`. Sorted; empty where there is no folder. */
export function filesBelow(folder: string, prefix: string, skip: (file: string) => boolean = () => false): Found[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ entry, file: path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/') }))
    .filter(({ file }) => !skip(file))
    .map(({ entry, file }) => {
      const isLink = !entry.isFile();
      return { path: prefix + file, bytes: isLink ? new Uint8Array() : fs.readFileSync(path.join(folder, file)), isLink };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The names of all files below a folder, but for what lies in its own folders of these names. Links are named, not followed. */
export function namesBelow(folder: string, but: ReadonlySet<string>): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !but.has(entry.name))
    .flatMap((entry) => {
      if (!entry.isDirectory()) return [entry.name];
      const inner = fs.readdirSync(path.join(folder, entry.name), { recursive: true, withFileTypes: true });
      const files = inner.filter((one) => !one.isDirectory());
      return files.map((one) => path.relative(folder, path.join(one.parentPath, one.name)).split(path.sep).join('/'));
    })
    .sort();
}
