import type { Finding } from '#model/error.ts';
import { Slug } from '#model/text.ts';
import type { Remark } from './bytes.ts';
import { checkCommentary } from './commentary.ts';
import type { Registry } from './components.ts';
import { pictureOf } from './image.ts';
import { hint, quote } from './names.ts';

export const COMMENTARY = 'src/content/commentary';
const PICTURE_BYTES = 2_000_000;
const PIXELS = 25_000_000;

/** A file below the commentary folder, as the store read it. */
export interface CommentaryFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it is a symbolic link; then its bytes are not looked at. */
  readonly isLink?: boolean;
}

/**
 * Every finding over all files below the commentary folder: names, kinds, links, sizes, pictures, texts. `registries` has one entry for each
 * agency. To be run before Astro sees any of the files; an empty answer means that Astro may.
 */
export function checkAll(files: readonly CommentaryFile[], registries: ReadonlyMap<string, Registry>): Finding[] {
  const pictures = new Map<string, Set<string>>();
  for (const { path } of files) {
    const { agency, name } = split(path);
    pictures.set(agency, (pictures.get(agency) ?? new Set()).add(name));
  }
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => checkFile(file, registries, pictures.get(split(file.path).agency) ?? new Set()));
}

function checkFile(file: CommentaryFile, registries: ReadonlyMap<string, Registry>, pictures: ReadonlySet<string>): Finding[] {
  const { path, bytes, isLink } = file;
  const refuse = ({ rule, message }: Omit<Remark, 'line' | 'column'>): Finding[] => [
    { file: shown(path), line: 1, column: 1, rule, message },
  ];
  const { agency, name, deeper } = split(path);
  if (isLink) return refuse({ rule: 'symlink', message: 'is a link to another file; put the file itself here' });
  if (deeper) return refuse({ rule: 'name', message: `files lie in ${COMMENTARY}/<agency>/ and nowhere else; move it there` });
  if (!Slug.safeParse(agency).success) return refuse({ rule: 'name', message: `${quote(agency)} is no id of an agency` });
  if (!/^[a-z0-9][a-z0-9._-]{0,80}$/.test(name) || name.includes('..')) {
    return refuse({ rule: 'name', message: 'use only small letters, digits, ".", "_" and "-" in a file name, at most 80' });
  }
  const registry = registries.get(agency);
  if (!registry)
    return refuse({ rule: 'agency', message: `there is no agency ${quote(agency)}${hint(agency, [...registries.keys()])}` });
  if (name.endsWith('.mdx')) return checkCommentary({ path, bytes, registry, pictures });
  const wrong = wrongPicture(name, bytes);
  return wrong ? refuse(wrong) : [];
}

function wrongPicture(name: string, bytes: Uint8Array): Omit<Remark, 'line' | 'column'> | undefined {
  const ending = /\.(png|jpg|jpeg|webp|avif)$/.exec(name)?.[1];
  if (!ending)
    return {
      rule: 'extension',
      message: 'only .mdx texts and .png, .jpg, .jpeg, .webp, .avif pictures may lie here; delete or convert it',
    };
  if (bytes.length > PICTURE_BYTES)
    return { rule: 'size', message: `has ${bytes.length} bytes; save it smaller, within ${PICTURE_BYTES}` };
  const picture = pictureOf(bytes);
  if (picture?.type !== ending.replace('jpeg', 'jpg')) {
    return { rule: 'image', message: `is no ${ending} picture, whatever its name says; export it again as ${ending}` };
  }
  const { width, height } = picture;
  if (width === 0 || height === 0 || width * height > PIXELS) {
    return { rule: 'image', message: `is ${width} × ${height} pixels; save it with at most 25 million` };
  }
  return undefined;
}

function split(path: string): { agency: string; name: string; deeper: boolean } {
  const below = path.startsWith(`${COMMENTARY}/`) ? path.slice(COMMENTARY.length + 1).split('/') : [];
  return { agency: below[0] ?? '', name: below.at(-1) ?? '', deeper: below.length !== 2 };
}

/** A file name may hold anything; a line of a log must not. */
function shown(path: string): string {
  return /^[\w./-]{1,200}$/.test(path) ? path : quote(path).slice(1, -1);
}
