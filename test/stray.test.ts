import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { strays } from '../scripts/stray.ts';

test('a register or export is found wherever in the repository it lies, but for the data and the tests', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-stray-'));
  const put = (file: string): void => {
    fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), 'no,received\n');
  };
  for (const file of [
    'laporan.csv',
    'berkas/September/aduan.XLSX',
    'docs/x.md',
    'data/templates/a.csv',
    'test/input/a.csv',
    'node_modules/x/a.zip',
  ])
    put(file);
  expect(strays(root).map(({ file }) => file)).toEqual(['berkas/September/aduan.XLSX', 'laporan.csv']);
  fs.rmSync(root, { recursive: true });
});

test('none lies in this repository', () => expect(strays('.')).toEqual([]));
