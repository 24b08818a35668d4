import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Writes a file so that a reader sees the old bytes or the new ones, never a part: into a temporary file beside it, flushed to disk,
 * then renamed. Returns false, and touches nothing, where the file already holds these bytes.
 */
export function write(file: string, content: string | Uint8Array, flush = true): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  if (same(file, bytes)) return false;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = fs.openSync(temporary, 'w');
  try {
    fs.writeFileSync(handle, bytes);
    if (flush) fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(temporary, file);
  return true;
}

/** Whether a file is one that `write` makes for a moment. */
export function isTemporary(file: string): boolean {
  return /\.\d+\.tmp$/.test(file);
}

/** Removes temporary files that a killed run left below a folder. Returns how many there were. */
export function sweep(folder: string): number {
  const left = list(folder).filter(isTemporary);
  for (const file of left) fs.rmSync(path.join(folder, file), { force: true });
  return left.length;
}

/** Paths of all files below a folder, relative to it, with forward slashes, sorted. Empty where there is no folder. */
export function list(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Deletes a folder or file, where it exists. */
export function remove(target: string): void {
  fs.rmSync(target, { recursive: true, force: true });
}

/** Puts a file or folder in another's place, where it exists; what stood there is deleted just before. */
export function replace(from: string, target: string): void {
  remove(target);
  if (!fs.existsSync(from)) return;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  try {
    fs.renameSync(from, target);
  } catch (error) {
    // Another disk: it has to be copied.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    fs.cpSync(from, target, { recursive: true });
    remove(from);
  }
}

/** Bytes of a file. */
export function bytes(file: string): Uint8Array {
  return fs.readFileSync(file);
}

/** Text of a file; undefined where there is none. */
export function read(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/** Hex SHA-256. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whether a file holds exactly this text. */
export function isText(file: string, content: string): boolean {
  return same(file, Buffer.from(content, 'utf8'));
}

function same(file: string, content: Uint8Array): boolean {
  try {
    return fs.readFileSync(file).equals(content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
