import fs from 'node:fs';
import path from 'node:path';

/**
 * Every file below the commentary folder with its bytes, links by name only, for the gate to look at before anything else reads them.
 * `path` begins with `shown`, however deep the folder lies. Empty where there is no folder.
 */
export function commentaryFiles(folder: string, shown: string): { path: string; bytes: Uint8Array; isLink: boolean }[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const isLink = !entry.isFile();
      const name = path.relative(folder, file).split(path.sep).join('/');
      return { path: `${shown}/${name}`, bytes: isLink ? new Uint8Array() : fs.readFileSync(file), isLink };
    })
    .filter(({ path: name }) => !name.endsWith('/.gitkeep'));
}
