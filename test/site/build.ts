import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const FILES = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'public', 'src'];

/** Copies the project into a folder of its own, so that a build there shares no cache with any other; packages are linked. */
export function copyProject(folder: string): string {
  for (const file of FILES) fs.cpSync(file, path.join(folder, file), { recursive: true });
  const packages = path.join(folder, 'node_modules');
  fs.mkdirSync(packages);
  for (const name of fs.readdirSync('node_modules').filter((one) => !one.startsWith('.')))
    fs.symlinkSync(path.resolve('node_modules', name), path.join(packages, name));
  return folder;
}

/** Builds a copied project into its `dist`; throws with the end of what Astro said where that fails. Returns the folder of the site. */
export async function build(folder: string, env: Readonly<Record<string, string>>): Promise<string> {
  // A clean environment: vitest sets BASE_URL, PROD and the like, which a build would take for its own.
  const { PATH = '', HOME = '' } = process.env;
  const given = { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1', TERANG_COMMENTARY: './none', ...env };
  const said: string[] = [];
  const status = await new Promise<number | null>((done, fail) => {
    const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], { cwd: folder, env: given });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
    child.on('error', fail);
    child.on('close', done);
  });
  if (status !== 0) throw new Error(`astro build in ${folder} ended with ${status}: ${said.join('').slice(-2000)}`);
  return path.join(folder, 'dist');
}
