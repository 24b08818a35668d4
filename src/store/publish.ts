import fs from 'node:fs';
import path from 'node:path';
import { bytes, list, write } from './write.ts';

/** Copies every data file, byte for byte, to `<site>/data/`, and writes the header rules for hosts that read them. */
export function publishData(root: string, site: string, headers: string): void {
  for (const file of list(root)) {
    if (/(^|\/)\.|\.tmp$/.test(file)) continue;
    write(path.join(site, 'data', file), bytes(path.join(root, file)), false);
  }
  fs.mkdirSync(site, { recursive: true });
  write(path.join(site, '_headers'), headers, false);
}
