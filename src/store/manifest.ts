import path from 'node:path';
import { Manifest } from '#model/manifest.ts';
import { canonical } from './json.ts';
import { parseFile } from './parse.ts';
import { paths, schemaOf } from './paths.ts';
import { bytes, isTemporary, list, sha256, write } from './write.ts';

/** Lists every data file of an agency with its hash. Where anything changed, the new manifest names the one before. */
export function writeManifest(root: string, agency: string): boolean {
  const file = paths(root).manifest(agency);
  const before = parseFile(file, Manifest);
  const files = describe(root, agency);
  if (before && canonical(before.files) === canonical(files)) return false;
  return write(file, canonical({ $schema: schemaOf('manifest', 2), before: before ? sha256(bytes(file)) : null, files }));
}

/** Every data file of an agency as it lies on disk now, by its path below the data folder; the manifest itself left out. */
export function describe(root: string, agency: string): Manifest['files'] {
  const folder = paths(root).folder(agency);
  return list(folder)
    .filter((file) => file !== 'manifest.json' && !isTemporary(file))
    .map((name) => {
      const file = `agencies/${agency}/${name}`;
      const content = bytes(path.join(folder, name));
      const json = file.endsWith('.json')
        ? (JSON.parse(Buffer.from(content).toString('utf8')) as Record<string, unknown>)
        : undefined;
      const schema = typeof json?.['$schema'] === 'string' ? path.posix.join(path.posix.dirname(file), json['$schema']) : null;
      return { path: file, sha256: sha256(content), bytes: content.byteLength, rows: rowsOf(json), schema };
    });
}

/** Records in a data file: the entries of its one list of records. */
function rowsOf(json: Record<string, unknown> | undefined): number | null {
  const series = json?.['series'];
  if (Array.isArray(series))
    return series.reduce((sum: number, one: { values?: unknown[] }) => sum + (one.values?.length ?? 0), 0);
  const readings = json?.['readings'];
  if (Array.isArray(readings))
    return readings.reduce((sum: number, one: { cells?: unknown[] }) => sum + (one.cells?.length ?? 0), 0);
  for (const name of ['posts', 'runs', 'figures', 'topics', 'accepted', 'sources']) {
    const records = json?.[name];
    if (Array.isArray(records)) return records.length;
  }
  return null;
}
