import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium that the tests drive: `CHROME_PATH`, an installed one, the packaged one where it runs here, then one from Debian where we
 * are root. Throws with the remedy where there is none; nothing is ever skipped for want of a browser.
 */
export async function browser(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not run`);
  }
  const installed = () =>
    NAMES.flatMap((name) => (process.env['PATH'] ?? '').split(':').map((folder) => `${folder}/${name}`)).find(
      (file) => fs.existsSync(file) && runs(file),
    );
  const found = installed() ?? (await packaged());
  if (found) return found;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    process.stdout.write('No browser here: installing Chromium from Debian …\n');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const fresh = installed();
    if (fresh) return fresh;
  }
  throw new Error('The tests need a Chromium. Install one (Debian: apt install chromium) or set CHROME_PATH to it.');
}

async function packaged(): Promise<string | undefined> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const file = await chromium.executablePath();
  return runs(file) ? file : undefined;
}

function runs(file: string): boolean {
  try {
    execFileSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    // Not there, not executable, or its libraries are missing: all the same here.
    return false;
  }
}
