import fs from 'node:fs';
import path from 'node:path';
import { write } from './write.ts';

/** Pictures already drawn, by the hash of what they were drawn from. Safe to delete at any time. */
export function svgCache(folder: string) {
  const file = (key: string) => path.join(folder, key.slice(0, 2), `${key}.svg`);
  return {
    get(key: string): string | undefined {
      try {
        return fs.readFileSync(file(key), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    set(key: string, svg: string): void {
      write(file(key), svg, false);
    },
  };
}
